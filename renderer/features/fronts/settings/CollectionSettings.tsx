import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { CollectionFields, FillRule } from '../../../../shared/contract/front-content.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Input, Select, Switch } from '../../../ui/Field.tsx';
import { ConflictNote } from '../slot/ConflictNote.tsx';
import { useEdited } from '../slot/use-edited.ts';
import styles from '../slot/slot.module.css';

const NAMES = [
  'title',
  'layout',
  'cap',
  'fill',
  'allowRepeats',
] as const satisfies readonly (keyof CollectionFields)[];
const LAYOUTS = ['lead4', 'list', 'strip', 'sidebar'] as const;
const FILLS = ['hand', 'rule', 'hand-then-rule'] as const;
const RULES = ['latest', 'section', 'tag', 'author', 'popular'] as const;
const MOST_SHOWN = 50;

interface CollectionSettingsProps {
  /** As it is now; a new one has no stamp. */
  collection: CollectionFields & { stamp: string };
  isNew: boolean;
  /** Answers with null, or with the error it was refused for. `stamp`: that the change was made from. */
  onSave: (change: Partial<CollectionFields>, stamp: string) => Promise<unknown>;
  onClose: () => void;
}

/** What a collection is like: title, layout, how many it shows, what fills it. */
export function CollectionSettings({
  collection,
  isNew,
  onSave,
  onClose,
}: CollectionSettingsProps): ReactElement {
  const translate = useTranslate();
  const edited = useEdited<CollectionFields>(collection, NAMES);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { form, set, changes, conflict } = edited;
  const { fill } = form;
  const lacksTitle = form.title.trim() === '';
  const may = !lacksTitle && !conflict && (isNew || Object.keys(changes).length > 0);

  async function save(): Promise<void> {
    setBusy(true);
    setError(null);
    const refused = await onSave(isNew ? form : changes, edited.stamp);
    setBusy(false);
    if (refused === null) onClose();
    // The note above the form says it.
    else if (typedCoreError(refused)?.code !== 'FRONT_CONFLICT') {
      const { key, parameters } = errorMessage(refused);
      setError(translate(key, parameters));
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={translate(isNew ? 'fronts.collection.new' : 'fronts.collection.settings')}
      footer={
        <>
          {error !== null && (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button type="submit" form="collection-form" look="primary" busy={busy} disabled={!may}>
            {translate(isNew ? 'fronts.collection.add' : 'fronts.slot.save')}
          </Button>
        </>
      }
    >
      {conflict && <ConflictNote onTakeTheirs={edited.takeTheirs} onKeepMine={edited.keepMine} />}
      <form
        id="collection-form"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (may) void save();
        }}
      >
        <Field label={translate('fronts.collection.title')}>
          {(control) => (
            <Input
              {...control}
              value={form.title}
              maxLength={200}
              onChange={(event) => set({ title: event.target.value })}
            />
          )}
        </Field>
        <div className={styles.pair}>
          <Field
            label={translate('fronts.collection.layout')}
            hint={translate(`fronts.layout.${form.layout}.hint`)}
          >
            {(control) => (
              <Select
                {...control}
                value={form.layout}
                onChange={({ target: { value } }) =>
                  set({ layout: LAYOUTS.find((each) => each === value) ?? 'list' })
                }
              >
                {LAYOUTS.map((each) => (
                  <option key={each} value={each}>
                    {translate(`fronts.layout.${each}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={translate('fronts.collection.cap')}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={MOST_SHOWN}
                value={form.cap}
                onChange={({ target: { valueAsNumber } }) =>
                  set({ cap: Math.max(1, Math.min(MOST_SHOWN, Math.round(valueAsNumber) || 1)) })
                }
              />
            )}
          </Field>
        </div>
        <div className={styles.pair}>
          <Field label={translate('fronts.collection.fill')}>
            {(control) => (
              <Select
                {...control}
                value={fill.by}
                onChange={({ target: { value } }) =>
                  set({ fill: { ...fill, by: FILLS.find((each) => each === value) ?? 'hand' } })
                }
              >
                {FILLS.map((each) => (
                  <option key={each} value={each}>
                    {translate(`fronts.collection.fill.${each}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {fill.by !== 'hand' && (
            <RuleField rule={fill.rule} onChange={(rule) => set({ fill: { ...fill, rule } })} />
          )}
        </div>
        <Switch
          label={translate('fronts.collection.repeats')}
          hint={translate('fronts.collection.repeats.hint')}
          checked={form.allowRepeats}
          onChange={(allowRepeats) => set({ allowRepeats })}
        />
      </form>
    </Dialog>
  );
}

function ruleOf(kind: string): FillRule {
  switch (kind) {
    case 'section':
      return { kind, section: '' };
    case 'tag':
      return { kind, tag: '' };
    case 'author':
      return { kind, author: '' };
    case 'popular':
      return { kind };
    default:
      return { kind: 'latest' };
  }
}

function RuleField({ rule, onChange }: { rule: FillRule; onChange: (rule: FillRule) => void }): ReactElement {
  const translate = useTranslate();
  return (
    <div className={styles.own}>
      <Field label={translate('fronts.collection.rule')}>
        {(control) => (
          <Select {...control} value={rule.kind} onChange={(event) => onChange(ruleOf(event.target.value))}>
            {RULES.map((kind) => (
              <option key={kind} value={kind}>
                {translate(`fronts.collection.rule.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {rule.kind === 'section' && (
        <SectionField section={rule.section} onChange={(section) => onChange({ kind: 'section', section })} />
      )}
      {rule.kind === 'tag' && (
        <Field label={translate('fronts.collection.rule.tag.name')}>
          {(control) => (
            <Input
              {...control}
              value={rule.tag}
              maxLength={200}
              onChange={(event) => onChange({ kind: 'tag', tag: event.target.value })}
            />
          )}
        </Field>
      )}
      {rule.kind === 'author' && (
        <Field label={translate('fronts.collection.rule.author.name')}>
          {(control) => (
            <Input
              {...control}
              value={rule.author}
              maxLength={200}
              onChange={(event) => onChange({ kind: 'author', author: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}

function SectionField({
  section,
  onChange,
}: {
  section: string;
  onChange: (section: string) => void;
}): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const sections = useQuery(queries.settings.get.queryOptions()).data?.house.sections ?? [];
  return (
    <Field label={translate('fronts.collection.rule.section.name')}>
      {(control) => (
        <Select {...control} value={section} onChange={(event) => onChange(event.target.value)}>
          <option value="">{translate('fronts.collection.rule.section.none')}</option>
          {sections.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
