import type { ReactElement } from 'react';
import type { Piece } from '../../shared/document/compare-words.ts';
import { useTranslate } from '../i18n.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './compare.module.css';

/** A text in which what came and what went is marked, figures and names apart. */
export function ChangedWords({ pieces }: { pieces: readonly Piece[] }): ReactElement {
  return (
    <span className={styles.words}>
      {pieces.map((piece, index) => (
        <PieceText key={index} piece={piece} />
      ))}
    </span>
  );
}

function PieceText({ piece: { text, change, fact } }: { piece: Piece }): ReactElement {
  const translate = useTranslate();
  if (change === 'same') return <span>{text}</span>;
  const Mark = change === 'removed' ? 'del' : 'ins';
  const words = translate(change === 'removed' ? 'compare.removed' : 'compare.added');
  // White space at the end stays outside the mark, so that its edge is at the word's.
  const [, inside = text, after = ''] = /^([^]*?)(\s*)$/.exec(text) ?? [];
  return (
    <>
      <Mark className={fact === null ? undefined : styles[fact]}>
        <VisuallyHidden>
          {fact === null ? '' : `${translate(`compare.${fact}`)}, `}
          {words}:{' '}
        </VisuallyHidden>
        {inside}
      </Mark>
      {after}
    </>
  );
}
