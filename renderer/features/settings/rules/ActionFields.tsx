import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { personName, usePeople } from '../../../people.ts';
import { Field, Input, Select, Switch } from '../../../ui/Field.tsx';
import { Pair } from '../Section.tsx';
import { useSettingsForm } from '../use-settings-form.ts';
import type { RuleDraft } from './rule-draft.ts';
import styles from './rules.module.css';

interface ActionFieldsProps {
  draft: RuleDraft;
  onChange: (change: Partial<RuleDraft>) => void;
}

const URGENCIES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What a rule does; several at once. */
export function ActionFields({ draft, onChange }: ActionFieldsProps): ReactElement {
  const translate = useTranslate();
  const { active } = usePeople();
  const { sections } = useSettingsForm().settings.house;
  return (
    <fieldset className={styles.actions}>
      <legend>{translate('rules.form.actions')}</legend>
      <Pair>
        <Field label={translate('rules.form.tags')} hint={translate('rules.form.tags.hint')}>
          {(control) => (
            <Input
              {...control}
              maxLength={300}
              spellCheck={false}
              value={draft.tags}
              onChange={({ target }) => onChange({ tags: target.value })}
            />
          )}
        </Field>
        <Field label={translate('rules.form.section')}>
          {(control) => (
            <Select
              {...control}
              value={draft.section}
              onChange={({ target }) => onChange({ section: target.value })}
            >
              <option value="">{translate('rules.form.section.none')}</option>
              {sections.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </Pair>
      <Pair>
        <Field label={translate('rules.form.assign')}>
          {(control) => (
            <Select
              {...control}
              value={draft.personId}
              onChange={({ target }) => onChange({ personId: target.value })}
            >
              <option value="">{translate('rules.form.assign.none')}</option>
              {active.map((person) => (
                <option key={person.personId} value={person.personId}>
                  {personName(person, translate)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={translate('rules.form.urgency')}>
          {(control) => (
            <Select
              {...control}
              value={draft.urgency}
              onChange={({ target }) => onChange({ urgency: target.value })}
            >
              <option value="">{translate('rules.form.urgency.none')}</option>
              {URGENCIES.map((urgency) => (
                <option key={urgency} value={urgency}>
                  {urgency}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </Pair>
      <div className={styles.switches}>
        <Switch
          label={translate('rules.form.notify')}
          checked={draft.notify}
          onChange={(notify) => onChange({ notify })}
        />
        <Switch
          label={translate('rules.form.draft')}
          hint={translate('rules.form.draft.hint')}
          checked={draft.draft}
          onChange={(made) => onChange({ draft: made })}
        />
        <Switch
          label={translate('rules.form.spike')}
          checked={draft.spike}
          onChange={(spike) => onChange({ spike })}
        />
      </div>
    </fieldset>
  );
}
