import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CollectionFields, FillRule } from '../../../../shared/contract/front-content.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { Switch } from '../../../ui/Field.tsx';
import { NumberField, SelectField, TextField } from '../../../ui/fields.tsx';
import { FieldPair, FormDialog } from '../../../ui/FormDialog.tsx';
import { ConflictNote } from '../slot/ConflictNote.tsx';
import { useEdited } from '../slot/use-edited.ts';
import { useSaving } from '../slot/use-saving.ts';
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
  const { form, set, changes, conflict } = edited;
  const { fill } = form;
  const { save, busy, error } = useSaving(() => onSave(isNew ? form : changes, edited.stamp), onClose);
  const isChanged = isNew || Object.keys(changes).length > 0;

  return (
    <FormDialog
      title={translate(isNew ? 'fronts.collection.new' : 'fronts.collection.settings')}
      submit={translate(isNew ? 'fronts.collection.add' : 'fronts.slot.save')}
      complete={form.title.trim() !== '' && !conflict && isChanged}
      busy={busy}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      {conflict && <ConflictNote onTakeTheirs={edited.takeTheirs} onKeepMine={edited.keepMine} />}
      <TextField
        label={translate('fronts.collection.title')}
        value={form.title}
        maxLength={200}
        onChange={(title) => set({ title })}
      />
      <FieldPair>
        <SelectField
          label={translate('fronts.collection.layout')}
          hint={translate(`fronts.layout.${form.layout}.hint`)}
          value={form.layout}
          choices={LAYOUTS.map((value) => ({ value, label: translate(`fronts.layout.${value}`) }))}
          onChange={(layout) => set({ layout })}
        />
        <NumberField
          label={translate('fronts.collection.cap')}
          min={1}
          max={MOST_SHOWN}
          value={form.cap}
          onChange={(cap) => set({ cap })}
        />
      </FieldPair>
      <FieldPair>
        <SelectField
          label={translate('fronts.collection.fill')}
          value={fill.by}
          choices={FILLS.map((value) => ({ value, label: translate(`fronts.collection.fill.${value}`) }))}
          onChange={(by) => set({ fill: { ...fill, by } })}
        />
        {fill.by !== 'hand' && (
          <RuleField rule={fill.rule} onChange={(rule) => set({ fill: { ...fill, rule } })} />
        )}
      </FieldPair>
      <Switch
        label={translate('fronts.collection.repeats')}
        hint={translate('fronts.collection.repeats.hint')}
        checked={form.allowRepeats}
        onChange={(allowRepeats) => set({ allowRepeats })}
      />
    </FormDialog>
  );
}

function ruleOf(kind: FillRule['kind']): FillRule {
  switch (kind) {
    case 'section':
      return { kind, section: '' };
    case 'tag':
      return { kind, tag: '' };
    case 'author':
      return { kind, author: '' };
    default:
      return { kind };
  }
}

function RuleField({ rule, onChange }: { rule: FillRule; onChange: (rule: FillRule) => void }): ReactElement {
  const translate = useTranslate();
  return (
    <div className={styles.own}>
      <SelectField
        label={translate('fronts.collection.rule')}
        value={rule.kind}
        choices={RULES.map((value) => ({ value, label: translate(`fronts.collection.rule.${value}`) }))}
        onChange={(kind) => onChange(ruleOf(kind))}
      />
      {rule.kind === 'section' && (
        <SectionField section={rule.section} onChange={(section) => onChange({ kind: 'section', section })} />
      )}
      {rule.kind === 'tag' && (
        <TextField
          label={translate('fronts.collection.rule.tag.name')}
          value={rule.tag}
          maxLength={200}
          onChange={(tag) => onChange({ kind: 'tag', tag })}
        />
      )}
      {rule.kind === 'author' && (
        <TextField
          label={translate('fronts.collection.rule.author.name')}
          value={rule.author}
          maxLength={200}
          onChange={(author) => onChange({ kind: 'author', author })}
        />
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
    <SelectField
      label={translate('fronts.collection.rule.section.name')}
      value={section}
      choices={[
        { value: '', label: translate('fronts.collection.rule.section.none') },
        ...sections.map(({ slug, name }) => ({ value: slug, label: name })),
      ]}
      onChange={onChange}
    />
  );
}
