import type { ReactElement } from 'react';
import type { CorrectionsSettings } from '../../../shared/contract/corrections.ts';
import { PlacementField } from '../../corrections/PlacementField.tsx';
import { useTranslate } from '../../i18n.ts';
import { Field, TextArea } from '../../ui/Field.tsx';
import { CorrectionExample, WithdrawalExample } from './CorrectionExample.tsx';
import { Section } from './Section.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const CORRECTION_NAMES = ['waktu', 'salah', 'benar', 'maaf'].map((name) => `{${name}}`).join(' ');
const WITHDRAWAL_NAMES = ['waktu', 'alasan'].map((name) => `{${name}}`).join(' ');

type Template = 'correctionText' | 'apologyText' | 'withdrawalText';

/** In which words the house corrects and withdraws, and where a correction stands, each with an example as it is typed. */
export function CorrectionsPage(): ReactElement {
  const translate = useTranslate();
  const { settings, problems, change } = useSettingsForm();
  const { corrections } = settings;

  function set(part: Partial<CorrectionsSettings>, when: 'soon' | 'now' = 'soon'): void {
    change('corrections', part, when);
  }

  function template(field: Template, hint: string, longest: number): ReactElement {
    const problem = field === 'apologyText' ? undefined : problems[field];
    return (
      <Field
        label={translate(`settings.corrections.${field}`)}
        hint={hint}
        error={problem === undefined ? null : translate(problem.key, problem.parameters)}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={field === 'apologyText' ? 2 : 3}
            maxLength={longest}
            value={corrections[field]}
            onChange={({ target }) => set({ [field]: target.value })}
          />
        )}
      </Field>
    );
  }

  return (
    <>
      <Section title={translate('corrections.title')} text={translate('settings.corrections.text')}>
        {template(
          'correctionText',
          translate('settings.corrections.correctionText.hint', { names: CORRECTION_NAMES }),
          1000,
        )}
        {template('apologyText', translate('settings.corrections.apologyText.hint', { name: '{maaf}' }), 500)}
        <PlacementField
          hint={translate('settings.corrections.placement.hint')}
          value={corrections.placement}
          onChange={(placement) => set({ placement }, 'now')}
        />
        <CorrectionExample />
      </Section>
      <Section title={translate('withdrawal.title')} text={translate('settings.corrections.withdrawal')}>
        {template(
          'withdrawalText',
          translate('settings.corrections.withdrawalText.hint', { names: WITHDRAWAL_NAMES }),
          1000,
        )}
        <WithdrawalExample />
      </Section>
    </>
  );
}
