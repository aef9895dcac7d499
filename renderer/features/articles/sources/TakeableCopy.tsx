import { useRef, type ReactElement } from 'react';
import { buildDocument } from '../../../../shared/document/build.ts';
import type { ArticleDocument, BlockNode } from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { cutAtWord } from '../../../../shared/domain/cut-at-word.ts';
import { DocumentView } from '../../../document-view/DocumentView.tsx';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { carriesSource, putParagraph, type TakenCopy } from '../../../taken-copy.ts';
import { GripVertical } from '../../../ui/icons/icons.ts';
import styles from './sources.module.css';

interface TakeableCopyProps {
  /** Null for a page or a file, which is a source already. */
  from: TakenCopy | null;
  document: ArticleDocument;
  dateline?: string | null;
  editor: EditorHandle | null;
  /** A paragraph was put into the article by its button; what is pasted or dropped is noticed there. */
  onTaken?: () => void;
}

/** Copy of a source, paragraph by paragraph: each can be dragged into the article or put at its caret. */
export function TakeableCopy({
  from,
  document,
  dateline = null,
  editor,
  onTaken,
}: TakeableCopyProps): ReactElement {
  return (
    <div className={styles.wireBody} {...(from === null ? {} : carriesSource(from))}>
      {document.root.children.map((block, index) => (
        <Paragraph
          key={index}
          block={block}
          dateline={index === 0 ? dateline : null}
          from={from}
          onTake={
            editor === null
              ? null
              : () => {
                  editor.insertBlocks([block]);
                  onTaken?.();
                }
          }
        />
      ))}
    </div>
  );
}

interface ParagraphProps {
  block: BlockNode;
  dateline: string | null;
  from: TakenCopy | null;
  /** Null where the article is only read here. */
  onTake: (() => void) | null;
}

/** Characters of a paragraph by which its button is told from the others. */
const TOLD = 60;

function Paragraph({ block, dateline, from, onTake }: ParagraphProps): ReactElement {
  const translate = useTranslate();
  const copy = useRef<HTMLDivElement>(null);
  const words = blockText(block).trim();
  const label = translate('articleSources.take', { words: cutAtWord(words, TOLD) });
  return (
    <div className={styles.paragraph}>
      {onTake !== null && words !== '' && (
        <button
          type="button"
          draggable
          className={styles.grip}
          aria-label={label}
          title={translate('articleSources.take.hint')}
          onClick={onTake}
          onDragStart={(event) => {
            if (copy.current === null) return;
            putParagraph(event.dataTransfer, copy.current, from);
            event.dataTransfer.effectAllowed = 'copy';
          }}
        >
          <GripVertical size={14} />
        </button>
      )}
      <div ref={copy}>
        <DocumentView document={buildDocument([block])} dateline={dateline} />
      </div>
    </div>
  );
}
