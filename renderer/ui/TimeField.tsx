import { useState, type ReactElement } from 'react';
import { readClockTime } from '../../shared/domain/clock-time.ts';
import { useTranslate } from '../i18n.ts';
import { Field, Input } from './Field.tsx';

interface TimeFieldProps {
  label: string;
  /** `HH:MM`. */
  value: string;
  /** Told when the field is left or Enter is pressed. */
  onChange: (value: string) => void;
}

/** A time of the day by the clock of 24 hours, whatever clock the browser's language goes by. */
export function TimeField({ label, value, onChange }: TimeFieldProps): ReactElement {
  const translate = useTranslate();
  /** What stands in the field and is not taken yet; null: the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const [unread, setUnread] = useState(false);

  function take(): void {
    if (typed === null) return;
    const time = readClockTime(typed);
    setUnread(time === null);
    if (time === null) return;
    setTyped(null);
    if (time !== value) onChange(time);
  }

  return (
    <Field label={label} error={unread ? translate('ui.time.unread') : null}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? value}
          onChange={({ target }) => {
            setTyped(target.value);
            setUnread(false);
          }}
          onBlur={take}
          onKeyDown={({ key }) => key === 'Enter' && take()}
        />
      )}
    </Field>
  );
}
