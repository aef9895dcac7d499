import type { ReactElement } from 'react';
import { checksSettingsSchema, type ChecksSettings } from '../../../../shared/contract/checks-settings.ts';
import { useTranslate } from '../../../i18n.ts';
import { personName, usePeople } from '../../../people.ts';
import { Switch } from '../../../ui/Field.tsx';
import { ChoiceRow } from '../ChoiceRow.tsx';
import { Pair, Section } from '../Section.tsx';
import { useSettingsForm } from '../use-settings-form.ts';
import { DictionariesSection } from './DictionariesSection.tsx';
import { LimitField } from './LimitField.tsx';
import { OwnRules } from './OwnRules.tsx';
import { RuleList } from './RuleList.tsx';
import { WordListField } from './WordListField.tsx';

const { foreignWords, headlineCase } = checksSettingsSchema.shape;
const FOREIGN_WORDS = foreignWords.unwrap().options;
const HEADLINE_CASES = headlineCase.unwrap().options;

/** What is checked in copy: the house's choices, its rules, its words, the dictionaries. */
export function ChecksPage(): ReactElement {
  const translate = useTranslate();
  const { settings, change } = useSettingsForm();
  const { current } = usePeople();
  const { checks } = settings;

  function set(part: Partial<ChecksSettings>, when: 'soon' | 'now' = 'soon'): void {
    change('checks', part, when);
  }

  return (
    <>
      <Section title={translate('settings.checks.foreign')}>
        <ChoiceRow
          label={translate('settings.checks.foreign')}
          choices={FOREIGN_WORDS.map((value) => ({
            value,
            label: translate(`settings.checks.foreign.${value}`),
          }))}
          value={checks.foreignWords}
          onChange={(value) => set({ foreignWords: value }, 'now')}
        />
      </Section>
      <Section title={translate('settings.checks.headline')}>
        <ChoiceRow
          label={translate('settings.checks.headline')}
          choices={HEADLINE_CASES.map((value) => ({
            value,
            label: translate(`settings.checks.headline.${value}`),
          }))}
          value={checks.headlineCase}
          onChange={(value) => set({ headlineCase: value }, 'now')}
        />
      </Section>
      <Section title={translate('settings.checks.choices')}>
        <Pair>
          <LimitField
            label={translate('settings.checks.longHeadline')}
            from={30}
            to={300}
            value={checks.longHeadline}
            onChange={(longHeadline) => set({ longHeadline })}
          />
          <LimitField
            label={translate('settings.checks.longParagraph')}
            from={20}
            to={500}
            value={checks.longParagraphWords}
            onChange={(longParagraphWords) => set({ longParagraphWords })}
          />
        </Pair>
        <Switch
          label={translate('settings.checks.tryLinks')}
          hint={translate('settings.checks.tryLinks.hint')}
          checked={checks.tryLinks}
          onChange={(tryLinks) => set({ tryLinks }, 'now')}
        />
      </Section>

      <Section title={translate('settings.checks.rules')} text={translate('settings.checks.rules.text')}>
        <RuleList checks={checks} onChange={(part) => set(part, 'now')} />
      </Section>
      <Section title={translate('settings.checks.own')} text={translate('settings.checks.own.text')}>
        <OwnRules checks={checks} onChange={(part) => set(part, 'now')} />
      </Section>

      <Section title={translate('settings.checks.words')} text={translate('settings.checks.words.text')}>
        <WordListField
          label={translate('settings.checks.names')}
          hint={translate('settings.checks.names.hint')}
          words={checks.names}
          onChange={(names) => set({ names })}
        />
        <Pair>
          <WordListField
            label={translate('settings.checks.houseWords')}
            words={checks.houseWords}
            onChange={(houseWords) => set({ houseWords })}
          />
          {current !== null && (
            <WordListField
              label={translate('settings.checks.personalWords', { name: personName(current, translate) })}
              words={checks.personalWords[current.personId] ?? []}
              onChange={(words) =>
                set({ personalWords: { ...checks.personalWords, [current.personId]: words } })
              }
            />
          )}
        </Pair>
      </Section>
      <DictionariesSection />
    </>
  );
}
