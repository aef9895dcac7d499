import type { ReactElement, ReactNode } from 'react';
import type { ArticleFields } from '../../../../shared/contract/articles.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { useTranslate } from '../../../i18n.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { compareParagraphs, type ComparedRow, type Piece } from './compare.ts';
import styles from './compare.module.css';

export interface ComparedCopy {
  title: ReactNode;
  fields: ArticleFields;
  document: ArticleDocument;
}

/** Everything a reader reads of an article, a paragraph each. */
function paragraphsOf({ fields, document }: ComparedCopy): string[] {
  return [
    fields.headline,
    fields.dek,
    [fields.byline, fields.dateline.trim(), fields.credit].filter((part) => part !== '').join(' · '),
    ...document.root.children.map(blockText),
  ].filter((text) => text.trim() !== '');
}

/** Two copies side by side; what is the same is folded to a line. */
export function CompareView({ left, right }: { left: ComparedCopy; right: ComparedCopy }): ReactElement {
  const translate = useTranslate();
  const rows = compareParagraphs(paragraphsOf(left), paragraphsOf(right));
  const folded = rows.flatMap((row, index): (ComparedRow | number)[] => {
    if (!row.same) return [row];
    if (rows[index - 1]?.same === true) return [];
    const end = rows.findIndex((each, at) => at > index && !each.same);
    return [(end === -1 ? rows.length : end) - index];
  });
  return (
    <div className={styles.compare}>
      <div className={styles.heads}>
        <h3>{left.title}</h3>
        <h3>{right.title}</h3>
      </div>
      {rows.every((row) => row.same) && <p className={styles.same}>{translate('compare.same')}</p>}
      {folded.map((row, index) =>
        typeof row === 'number' ? (
          <p key={index} className={styles.fold}>
            {translate('compare.unchanged', { count: row })}
          </p>
        ) : (
          <div key={index} className={styles.row}>
            <Side pieces={row.left} mark="removed" />
            <Side pieces={row.right} mark="added" />
          </div>
        ),
      )}
    </div>
  );
}

function Side({ pieces, mark }: { pieces: Piece[] | null; mark: 'removed' | 'added' }): ReactElement {
  const translate = useTranslate();
  const Mark = mark === 'removed' ? 'del' : 'ins';
  if (pieces === null) return <div className={styles.absent} />;
  return (
    <p className={styles.text}>
      {pieces.map((piece, index) =>
        piece.changed ? (
          <Mark key={index}>
            <VisuallyHidden>{translate(`compare.${mark}`)}: </VisuallyHidden>
            {piece.text}
          </Mark>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </p>
  );
}
