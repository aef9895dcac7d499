import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { civilTimeAt, epochOfCivilTime } from '../../shared/domain/civil-time.ts';
import { formatDay, formatIsoWithOffset, zoneLabel } from '../../shared/domain/indonesian-dates.ts';
import { formatTypedDateTime, readTypedDateTime } from '../../shared/domain/typed-date-time.ts';
import { useLocale, useTranslate } from '../i18n.ts';
import { IconButton } from './Button.tsx';
import { CalendarDays } from './icons/icons.ts';
import styles from './DateTimeField.module.css';
import { Field, Input } from './Field.tsx';

/** A day picked in the calendar while no time is written yet begins with the desk's morning. */
const MORNING = { hour: 9, minute: 0 };

interface DateTimeFieldProps {
  label: string;
  /** Milliseconds since 1970; null: not filled in. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** The earliest that may be chosen, in milliseconds since 1970. */
  earliest?: number;
  hint?: ReactNode;
  error?: string | null;
}

/** `2026-11-24`, the day at the offset. */
function dayOf(epochMs: number, offsetMinutes: number): string {
  return formatIsoWithOffset(epochMs, offsetMinutes).slice(0, 10);
}

/**
 * A date and time in the newsroom's zone, which its label names: typed day first and by the clock of 24 hours, whatever
 * the system's own fields look like, with the weekday said below; a calendar opens beside it.
 */
export function DateTimeField({
  label,
  value,
  onChange,
  earliest,
  hint,
  error = null,
}: DateTimeFieldProps): ReactElement {
  const { language, offsetMinutes } = useLocale();
  const translate = useTranslate();
  const calendar = useRef<HTMLInputElement>(null);
  /** What stands in the field while somebody types; null: the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const settled = value === null ? '' : formatTypedDateTime(value, offsetMinutes, language);
  const shown = typed === null || (left && value !== null) ? settled : typed;
  const isUnread = left && value === null && shown.trim() !== '';

  function type(text: string): void {
    setTyped(text);
    setLeft(false);
    onChange(readTypedDateTime(text, Date.now(), offsetMinutes));
  }

  function pickDay(day: string): void {
    const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number);
    const { hour, minute } = value === null ? MORNING : civilTimeAt(value, offsetMinutes);
    const picked = epochOfCivilTime({ year, month, day: ofMonth, hour, minute }, offsetMinutes);
    if (picked === null) return;
    setTyped(null);
    onChange(picked);
  }

  return (
    <Field
      label={`${label} (${zoneLabel(offsetMinutes)})`}
      hint={
        value === null ? (
          hint
        ) : (
          <>
            {formatDay(value, offsetMinutes, language)}
            {hint && <span className={styles.hint}>{hint}</span>}
          </>
        )
      }
      error={isUnread ? translate('ui.dateTime.unread') : error}
    >
      {(control) => (
        <span className={styles.field}>
          <Input
            {...control}
            autoComplete="off"
            spellCheck={false}
            placeholder={translate('ui.dateTime.placeholder')}
            value={shown}
            onChange={({ target }) => type(target.value)}
            onBlur={() => setLeft(true)}
          />
          {/* Typing is the field's own way in; the calendar is the browser's, opened by the button alone. */}
          <input
            ref={calendar}
            className={styles.calendar}
            type="date"
            tabIndex={-1}
            aria-hidden
            value={value === null ? '' : dayOf(value, offsetMinutes)}
            {...(earliest === undefined ? {} : { min: dayOf(earliest, offsetMinutes) })}
            onChange={({ target }) => pickDay(target.value)}
          />
          <IconButton
            className={styles.open}
            icon={CalendarDays}
            label={translate('ui.dateTime.calendar')}
            onClick={() => calendar.current?.showPicker()}
          />
        </span>
      )}
    </Field>
  );
}
