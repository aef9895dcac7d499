import type { ReactElement } from 'react';
import { composeCredit } from '../../../shared/domain/credits.ts';
import { useTranslate } from '../../i18n.ts';
import { Field, Input } from '../../ui/Field.tsx';
import { Pair, Section } from './Section.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** Who sits at this desk. */
export function PersonPage(): ReactElement {
  const translate = useTranslate();
  const { settings, problems, change } = useSettingsForm();
  const { person, house } = settings;
  const editorCode = person.code.trim() === '' ? 'SU02' : person.code;
  const credit = composeCredit({ agencies: ['Ant'], reporters: [], editorCode }, house.creditPattern);
  const { code: problem } = problems;
  return (
    <Section title={translate('settings.page.saya')}>
      <Pair>
        <Field label={translate('settings.person.name')} hint={translate('settings.person.nameHint')}>
          {(control) => (
            <Input
              {...control}
              value={person.name}
              autoComplete="name"
              spellCheck={false}
              onChange={({ target }) => change('person', { name: target.value })}
            />
          )}
        </Field>
        <Field
          label={translate('settings.person.code')}
          hint={credit.ok ? translate('settings.person.codeHint', { credit: credit.text }) : undefined}
          error={problem === undefined ? null : translate(problem.key, problem.parameters)}
        >
          {(control) => (
            <Input
              {...control}
              value={person.code}
              maxLength={20}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => change('person', { code: target.value })}
            />
          )}
        </Field>
      </Pair>
    </Section>
  );
}
