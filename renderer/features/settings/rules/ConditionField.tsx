import { useState, type ReactElement } from 'react';
import { ruleProblems } from '../../../../shared/domain/match-wire-query.ts';
import { readWireQuery } from '../../../../shared/domain/wire-query.ts';
import { describeCondition } from '../../../../shared/i18n/describe-rule.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field, Input, Select } from '../../../ui/Field.tsx';
import { Plus } from '../../../ui/icons/icons.ts';
import { withCondition } from './rule-draft.ts';
import styles from './rules.module.css';

/** What can be put together by choosing, with its key in the two languages of the search. */
const PARTS = {
  words: null,
  source: { id: 'sumber', en: 'source' },
  headline: { id: 'judul', en: 'headline' },
  subject: { id: 'subjek', en: 'subject' },
  language: { id: 'bahasa', en: 'language' },
  urgency: { id: 'urgensi', en: 'urgency' },
  hours: { id: 'jam', en: 'hours' },
  city: { id: 'kota', en: 'city' },
  byline: { id: 'penulis', en: 'byline' },
  keyword: { id: 'katakunci', en: 'keyword' },
  note: { id: 'catatan', en: 'note' },
  status: { id: 'status', en: 'status' },
} as const;
type Part = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as Part[];

/** Why a condition is none; null where it is one. */
export function conditionProblem(
  condition: string,
  offsetMinutes: number,
  translate: Translate,
): string | null {
  const query = readWireQuery(condition, 0, offsetMinutes);
  const [problem] = ruleProblems(query);
  return problem === undefined
    ? null
    : translate(`rules.problem.${problem}`, { conditions: query.misread.join(', ') });
}

interface ConditionFieldProps {
  condition: string;
  onChange: (condition: string) => void;
  /** It was tried to save it: what is missing is told too. */
  tried: boolean;
}

/** The condition as it is searched for, in plain words below, and put together by choosing. */
export function ConditionField({ condition, onChange, tried }: ConditionFieldProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const [part, setPart] = useState<Part>('source');
  const [value, setValue] = useState('');
  const problem = conditionProblem(condition, offsetMinutes, translate);
  const sentence = describeCondition(readWireQuery(condition, 0, offsetMinutes), language, offsetMinutes);

  function add(): void {
    if (value.trim() === '') return;
    onChange(withCondition(condition, PARTS[part]?.[language] ?? null, value));
    setValue('');
  }

  return (
    <div className={styles.condition}>
      <Field
        label={translate('rules.form.condition')}
        hint={sentence === '' ? translate('rules.form.condition.hint') : sentence}
        error={condition.trim() === '' && !tried ? null : problem}
      >
        {(control) => (
          <Input
            {...control}
            className={styles.query ?? ''}
            maxLength={500}
            spellCheck={false}
            autoComplete="off"
            placeholder={translate('rules.form.condition.placeholder')}
            value={condition}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      <div className={styles.part}>
        <Select
          aria-label={translate('rules.form.part')}
          value={part}
          onChange={({ target }) => setPart(PART_NAMES.find((name) => name === target.value) ?? 'source')}
        >
          {PART_NAMES.map((name) => (
            <option key={name} value={name}>
              {translate(`rules.part.${name}`)}
            </option>
          ))}
        </Select>
        <Input
          aria-label={translate('rules.form.part.value')}
          maxLength={200}
          spellCheck={false}
          value={value}
          onChange={({ target }) => setValue(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button icon={Plus} disabled={value.trim() === ''} onClick={add}>
          {translate('rules.form.part.add')}
        </Button>
      </div>
    </div>
  );
}
