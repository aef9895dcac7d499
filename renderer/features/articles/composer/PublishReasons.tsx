import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ToldPublishReason } from '../../../../shared/contract/publishing.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import styles from './publish.module.css';

/** What stands in the way of publishing, or should be known first: a line each. */
export function PublishReasons({ reasons }: { reasons: readonly ToldPublishReason[] }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  function wordsOf({ code, detail }: ToldPublishReason): string {
    const key = `publish.reason.${code}`;
    if (code === 'required-missing') {
      const parts = (detail ?? '').split(', ').map((part) => {
        const name = `storyTypes.part.${part}`;
        return isMessageKey(name) ? translate(name) : part;
      });
      return translate(`publish.reason.${code}`, { detail: parts.join(', ') });
    }
    const time = code === 'embargo-active' && detail !== null ? Date.parse(detail) : Number.NaN;
    const told = Number.isNaN(time) ? (detail ?? '') : formatDateTime(time, offsetMinutes, language);
    return isMessageKey(key) ? translate(key, { detail: told }) : translate('publish.reason.other', { code });
  }
  return (
    <>
      {reasons.map((reason) => (
        <p
          key={reason.code}
          className={classes(styles.reason, styles[reason.level === 'ask' ? 'warn' : reason.level])}
        >
          {reason.level === 'block' ? (
            <CircleAlert size={15} strokeWidth={1.75} aria-hidden />
          ) : (
            <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
          )}
          {wordsOf(reason)}
        </p>
      ))}
    </>
  );
}
