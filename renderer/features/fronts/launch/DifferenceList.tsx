import type { ReactElement } from 'react';
import type { CollectionDifference, SlotDifference } from '../../../../shared/contract/fronts.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useTranslate, type Translate } from '../../../i18n.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { classes } from '../../../ui/classes.ts';
import { ArrowUpDown, Minus, PenLine, Plus, type Icon } from '../../../ui/icons/icons.ts';
import styles from './DifferenceList.module.css';

const ICONS: Record<SlotDifference['kind'], Icon> = {
  in: Plus,
  out: Minus,
  moved: ArrowUpDown,
  changed: PenLine,
};

/** `judul, ringkasan`: what of a slot or a collection is different. */
function fieldWords(fields: readonly string[], translate: Translate): string {
  return fields
    .map((field) => {
      const key = `fronts.field.${field}`;
      return isMessageKey(key) ? translate(key) : field;
    })
    .join(', ');
}

function lineWords(line: SlotDifference, translate: Translate): string {
  switch (line.kind) {
    case 'in':
      return translate('fronts.difference.in', { to: line.to ?? '' });
    case 'out':
      return translate('fronts.difference.out', { from: line.from ?? '' });
    case 'moved':
      return translate('fronts.difference.moved', { from: line.from ?? '', to: line.to ?? '' });
    case 'changed':
      return translate('fronts.difference.changed', { fields: fieldWords(line.fields, translate) });
  }
}

/** What is different between two states of a front, collection by collection. */
export function DifferenceList({
  differences,
  none,
}: {
  differences: readonly CollectionDifference[];
  /** Said where there is no difference. */
  none: string;
}): ReactElement {
  const translate = useTranslate();
  const different = differences.filter(({ kind }) => kind !== 'same');
  if (different.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <div className={styles.list}>
      {different.map(({ collectionId, title, kind, fields, slots }) => (
        <section key={collectionId}>
          <h3 className={styles.title}>
            {title}
            {kind !== 'changed' && kind !== 'same' && (
              <Badge tone={kind === 'added' ? 'green' : 'red'}>
                {translate(`fronts.difference.${kind}`)}
              </Badge>
            )}
            {fields.length > 0 && (
              <span className={styles.fields}>
                {translate('fronts.difference.changed', { fields: fieldWords(fields, translate) })}
              </span>
            )}
          </h3>
          <ul role="list" className={styles.lines}>
            {slots.map((line, index) => {
              const Icon = ICONS[line.kind];
              return (
                <li
                  key={`${index} ${line.kind} ${line.title}`}
                  className={classes(styles.line, styles[line.kind])}
                >
                  <Icon size={14} />
                  <span className={styles.headline}>{line.title || translate('fronts.card.untitled')}</span>
                  <span className={styles.what}>{lineWords(line, translate)}</span>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
