import type { ReactElement } from 'react';
import { formatDateTime, formatRelativeTime } from '../../shared/domain/indonesian-dates.ts';
import { useLocale } from '../i18n.ts';
import { useNow } from './use-now.ts';

interface RelativeTimeProps {
  /** ISO 8601 with offset. */
  value: string;
  /** Without "lalu": for the right edge of a list. */
  short?: boolean;
}

/** `12 mnt lalu`, with the exact time in the newsroom's zone on hover. */
export function RelativeTime({ value, short = false }: RelativeTimeProps): ReactElement | null {
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const epochMs = Date.parse(value);
  if (Number.isNaN(epochMs)) return null;
  const words = formatRelativeTime(epochMs, now, language, offsetMinutes);
  return (
    <time dateTime={value} title={formatDateTime(epochMs, offsetMinutes, language)}>
      {short ? words.replace(/ (?:lalu|ago)$/, '') : words}
    </time>
  );
}
