import { useId, type ReactElement } from 'react';
import type { Delivery } from '../../shared/contract/publishing.ts';
import { formatDateTime } from '../../shared/domain/indonesian-dates.ts';
import { isMessageKey, type MessageKey } from '../../shared/i18n/translate.ts';
import { useLocale, useTranslate } from '../i18n.ts';
import styles from './DifferenceTable.module.css';

/** What the article meant beside what the site shows, part by part. */
export function DifferenceTable({
  title = 'publishing.differences',
  differences,
}: {
  title?: MessageKey;
  differences: Delivery['differences'];
}): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const heading = useId();

  function nameOf(field: string): string {
    const key = `difference.${field}`;
    return isMessageKey(key) ? translate(key) : field;
  }

  /** A site's own words for a state are told in ours, a time on the newsroom's clock. */
  function valueOf(field: string, value: string): string {
    if (value === '') return translate('publishing.differences.empty');
    const key = `difference.${field}.${value}`;
    if (isMessageKey(key)) return translate(key);
    return field === 'publish-at' ? formatDateTime(Date.parse(value), offsetMinutes, language) : value;
  }

  return (
    <section className={styles.section}>
      <h2 id={heading}>{translate(title)}</h2>
      <div className={styles.frame}>
        <table className={styles.table} aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">{translate('publishing.differences.field')}</th>
              <th scope="col">{translate('publishing.differences.meant')}</th>
              <th scope="col">{translate('publishing.differences.found')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, meant, found }, index) => (
              <tr key={`${field}-${index}`}>
                <th scope="row">{nameOf(field)}</th>
                <td>
                  <ins>{valueOf(field, meant)}</ins>
                </td>
                <td>
                  <span>{valueOf(field, found)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
