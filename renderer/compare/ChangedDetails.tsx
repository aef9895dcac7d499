import type { ReactElement } from 'react';
import type { ComparedDetail, DetailValue } from '../../shared/document/compare-details.ts';
import { useTranslate, type Translate } from '../i18n.ts';
import { ChangedWords } from './ChangedWords.tsx';
import styles from './compare.module.css';

function valueText(what: ComparedDetail['what'], value: DetailValue, translate: Translate): string {
  if (typeof value === 'string') {
    if (what === 'crop' && value === 'original') return translate('editor.image.crop.none');
    if (what === 'columns' && value === '') return translate('compare.columns.free');
    return value;
  }
  if ('x' in value) return translate('compare.focus.at', value);
  const headers = [
    value.row ? translate('editor.table.header-row') : '',
    value.column ? translate('editor.table.header-column') : '',
  ].filter((words) => words !== '');
  return headers.length === 0 ? translate('compare.headers.none') : headers.join(', ');
}

function detailName({ what, picture, link }: ComparedDetail, translate: Translate): string {
  const name = translate(`compare.detail.${what}`, { link });
  return picture === null ? name : translate('compare.ofPicture', { number: picture, name });
}

/** What is different besides the words, a line each: by its name, and what it was and is. */
export function ChangedDetails({ details }: { details: readonly ComparedDetail[] }): ReactElement {
  const translate = useTranslate();
  return (
    <ul className={styles.details}>
      {details.map((detail, index) => (
        <li key={index}>
          <span className={styles.role}>{detailName(detail, translate)}</span>
          {detail.values !== null && <Values what={detail.what} values={detail.values} />}
        </li>
      ))}
    </ul>
  );
}

interface ValuesProps {
  what: ComparedDetail['what'];
  values: NonNullable<ComparedDetail['values']>;
}

function Values({ what, values }: ValuesProps): ReactElement {
  const translate = useTranslate();
  const before = valueText(what, values.before, translate);
  const after = valueText(what, values.after, translate);
  return (
    <>
      {before !== '' && <ChangedWords pieces={[{ text: before, change: 'removed', fact: null }]} />}
      {before !== '' && after !== '' && ' → '}
      {after !== '' && <ChangedWords pieces={[{ text: after, change: 'inserted', fact: null }]} />}
    </>
  );
}
