import { useEffect, useRef, useState, type RefObject } from 'react';
import type { FindQuery } from '../../../../shared/domain/find-text.ts';
import { listed } from '../../../../shared/page/commands.ts';
import { useCommands } from '../../../commands.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { Replace, Search } from '../../../ui/icons/icons.ts';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import { tabOfField, type InspectorTab } from '../inspector/inspector-tab.ts';
import { createFindDesk, type FindDesk } from './find-desk.ts';

export interface Find {
  desk: FindDesk;
  /** Whether what shall take the place of the words is asked for as well. */
  replacing: boolean;
  setReplacing: (replacing: boolean) => void;
  words: RefObject<HTMLInputElement | null>;
  close: () => void;
}

/** Longer selections, and such of several paragraphs, are nothing one looks for. */
const LONGEST_SELECTION = 200;

const NOTHING: FindQuery = { words: '', isPattern: false, matchCase: false, wholeWord: false };

interface UseFindOptions {
  desk: DraftDesk;
  /** The article on screen; null where none is. */
  draft: Draft | null;
  editor: EditorHandle | null;
  onTab: (tab: InspectorTab) => void;
}

/** Find and replace of the composer; null while its bar is closed. What was looked for last is there again. */
export function useFind({ desk: drafts, draft, editor, onTab }: UseFindOptions): Find | null {
  const [opened, setOpened] = useState<{ draft: Draft; desk: FindDesk } | null>(null);
  // Another article starts without the bar.
  const desk = opened !== null && opened.draft === draft ? opened.desk : null;
  const [replacing, setReplacing] = useState(false);
  const words = useRef<HTMLInputElement>(null);
  const last = useRef<FindQuery>(NOTHING);

  useEffect(() => {
    if (desk === null) return undefined;
    return () => {
      last.current = desk.state.get().query;
      desk.end();
    };
  }, [desk]);

  function open(withReplacement: boolean): void {
    if (draft === null || editor === null) return;
    setReplacing(withReplacement || (desk !== null && replacing));
    const selected = editor.finder.selectedText().trim();
    const isAskedFor = selected !== '' && selected.length <= LONGEST_SELECTION && !selected.includes('\n');
    const inCopy = editor.place().focused;
    if (desk === null) {
      const { articleId } = draft;
      const query = isAskedFor ? { ...last.current, words: selected, isPattern: false } : last.current;
      setOpened({
        draft,
        desk: createFindDesk({
          editor,
          draft,
          query,
          openTabOf: (field) => onTab(tabOfField(field)),
          heldDraft() {
            const state = drafts.state.get();
            return state.kind === 'open' && state.draft.articleId === articleId ? state.draft : null;
          },
        }),
      });
    } else if (isAskedFor && inCopy) desk.ask({ words: selected, isPattern: false });
    requestAnimationFrame(() => {
      words.current?.focus();
      words.current?.select();
    });
  }

  function close(): void {
    const gone = desk?.goToCurrent() ?? false;
    if (!gone) editor?.focus();
    setOpened(null);
  }

  useCommands(
    draft === null
      ? []
      : [
          { ...listed('article.find'), icon: Search, run: () => open(false) },
          { ...listed('article.replace'), icon: Replace, run: () => open(true) },
          {
            ...listed('article.findNext'),
            enabled: desk !== null,
            hidden: true,
            run: () => desk?.step(1),
          },
          {
            ...listed('article.findPrevious'),
            enabled: desk !== null,
            hidden: true,
            run: () => desk?.step(-1),
          },
        ],
  );

  return desk === null ? null : { desk, replacing, setReplacing, words, close };
}
