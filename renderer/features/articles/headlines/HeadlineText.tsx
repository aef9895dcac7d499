import { useId, type ReactElement } from 'react';
import { namesIn, toSentenceCase, toTitledCase } from '../../../../shared/domain/headline-case.ts';
import { HEADLINE_LIMITS, type HeadlineField } from '../../../../shared/domain/headline-limits.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { useTranslate } from '../../../i18n.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import { CaseSensitive } from '../../../ui/icons/icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected } from '../../../store.ts';
import { setTypographicMarks } from '../../../typographic-typing.ts';
import { LengthMeter } from './LengthMeter.tsx';
import styles from './headlines.module.css';

interface HeadlineTextProps {
  draft: Draft;
  field: Exclude<HeadlineField, 'slug'>;
  /** What readers see while the field is empty. */
  instead?: string;
  maxLength: number;
  /** Whether capitals can be set by rule: not in what is a sentence anyway. */
  hasCase?: boolean;
  hint?: string;
}

/** One text of the headline set with its length and, where it is a headline, its capitals. */
export function HeadlineText({
  draft,
  field,
  instead = '',
  maxLength,
  hasCase = false,
  hint,
}: HeadlineTextProps): ReactElement {
  const translate = useTranslate();
  const id = useId();
  const value = useSelected(draft.fields, (fields) => fields[field]);
  const label = translate(`headlines.${field}`);
  const write = (text: string): void => draft.setField(field, text.replaceAll(/[\r\n]+/g, ' '));
  return (
    <div className={styles.field}>
      <div className={styles.labelLine}>
        <label htmlFor={id}>{label}</label>
        {hasCase && (
          <Menu
            label={translate('headlines.case', { field: label })}
            align="end"
            trigger={
              <IconButton
                size="small"
                icon={CaseSensitive}
                label={translate('headlines.case', { field: label })}
                disabled={value.trim() === ''}
              />
            }
            entries={[
              {
                label: translate('headlines.case.titled'),
                hint: translate('headlines.case.titled.example'),
                onSelect: () => write(toTitledCase(value)),
              },
              {
                label: translate('headlines.case.sentence'),
                hint: translate('headlines.case.sentence.example'),
                onSelect: () => write(toSentenceCase(value, namesIn(documentText(draft.document())))),
              },
            ]}
          />
        )}
      </div>
      <TextArea
        id={id}
        aria-describedby={`${id}-about`}
        className={styles.text}
        data-field={field}
        rows={1}
        maxLength={maxLength}
        placeholder={instead}
        value={value}
        onChange={(event) => {
          setTypographicMarks(event.nativeEvent, draft.fields.get().language);
          write(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
        }}
      />
      <div id={`${id}-about`}>
        <LengthMeter text={value === '' ? instead : value} limit={HEADLINE_LIMITS[field]} />
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
    </div>
  );
}
