import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { listed } from '../../../../shared/page/commands.ts';
import { useCommands } from '../../../commands.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { Bold, PenLine } from '../../../ui/icons/icons.ts';
import type { Draft } from '../drafts/draft-desk.ts';

interface PaperFocusOptions {
  /** The article on screen with all that stands around it, null until then. */
  draft: Draft | null;
  handle: EditorHandle | null;
  paper: RefObject<HTMLElement | null>;
}

/** The page itself has the keys where nothing else has; the list behind the article is about to lose them. */
function isLost(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.closest('[data-article-list]') !== null;
}

/**
 * The keys are never lost on the way into an article: where nothing else has them once it is there, its paper has. From
 * there Tab goes through its head and Enter into the copy, as the command does from anywhere. The answer belongs to the paper.
 */
export function usePaperFocus({
  draft,
  handle,
  paper,
}: PaperFocusOptions): (event: KeyboardEvent<HTMLElement>) => void {
  useEffect(() => {
    if (draft !== null && isLost(document.activeElement)) paper.current?.focus({ preventScroll: true });
  }, [draft, paper]);
  useCommands(
    draft === null || handle === null
      ? []
      : [
          { ...listed('article.write'), icon: PenLine, run: () => handle.focus() },
          { ...listed('article.toolbar'), icon: Bold, run: () => handle.focusToolbar() },
        ],
  );
  return (event) => {
    if (event.target !== event.currentTarget || event.key !== 'Enter') return;
    event.preventDefault();
    handle?.focus();
  };
}
