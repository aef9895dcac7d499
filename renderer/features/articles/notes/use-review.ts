import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { ListedMark } from '../../../../shared/document/list-marks.ts';
import { listed } from '../../../../shared/page/commands.ts';
import { useCommands } from '../../../commands.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { MarkedKind, SelectedWords } from '../../../editor/extensions/review/review-extension.ts';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { Check, MessageSquarePlus, MessageSquareText, PencilLine, X } from '../../../ui/icons/icons.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useStore } from '../../../store.ts';
import type { InspectorTab } from '../inspector/inspector-tab.ts';
import * as changes from './note-changes.ts';
import { useListedMarks } from './use-listed-marks.ts';

export interface MarkedPlace {
  kind: MarkedKind;
  id: string;
}

type Decision = 'accept' | 'reject';

export interface ReviewDesk {
  marks: readonly ListedMark[];
  /** The note or suggestion in hand. */
  current: MarkedPlace | null;
  /** Takes it in hand and brings its words into sight. */
  take: (place: MarkedPlace) => void;
  /** The words a note is being written about. */
  beginning: SelectedWords | null;
  begin: () => void;
  cancel: () => void;
  save: (text: string) => void;
  reply: (noteId: string, text: string) => void;
  resolve: (noteId: string) => void;
  reopen: (noteId: string) => void;
  remove: (noteId: string) => void;
  /** Decides one suggestion and goes on to the next. */
  settle: (decision: Decision, id: string) => void;
  settleAll: (decision: Decision) => void;
}

interface ReviewOptions {
  draft: Draft;
  handle: EditorHandle | null;
  /** What holds the copy: a click on marked words in it takes them in hand. */
  ground: RefObject<HTMLElement | null>;
  active: boolean;
  onTab: (tab: InspectorTab) => void;
}

function placeOf(mark: ListedMark): MarkedPlace {
  return mark.kind === 'note'
    ? { kind: 'note', id: mark.noteId }
    : { kind: 'suggestion', id: mark.suggestion.id };
}

/** Notes and suggestions of the article on screen: what can be done with them by panel, click, key and palette alike. */
export function useReview({ draft, handle, ground, active, onTab }: ReviewOptions): ReviewDesk {
  const translate = useTranslate();
  const { current: person } = usePeople();
  const marks = useListedMarks(handle, draft);
  const notes = useStore(draft.notes);
  const canWrite = useStore(draft.writes);
  const [current, setCurrent] = useState<MarkedPlace | null>(null);
  const [beginning, setBeginning] = useState<SelectedWords | null>(null);
  const author = () => ({ personId: person?.personId ?? '', now: Date.now() });
  const open = marks.filter(
    (mark) =>
      mark.kind === 'suggestion' ||
      notes.some(({ noteId, resolved }) => noteId === mark.noteId && resolved === null),
  );

  function take(place: MarkedPlace): void {
    setCurrent(place);
    handle?.review.reveal(place.kind, place.id);
  }

  /** To the open note or suggestion after the one in hand, or before it; round at the ends. */
  function step(by: 1 | -1): void {
    const at = open.findIndex((mark) => placeOf(mark).id === current?.id);
    const next = open[(at + by + open.length + (at === -1 && by === -1 ? 1 : 0)) % open.length];
    if (next === undefined) return;
    setCurrent(placeOf(next));
    onTab('notes');
    handle?.review.reveal(placeOf(next).kind, placeOf(next).id, { focus: true });
  }

  function begin(): void {
    const words = handle?.review.selectedWords() ?? null;
    if (words === null) {
      showToast(translate('notes.selectFirst'));
      return;
    }
    setBeginning(words);
    onTab('notes');
  }

  /** The suggestion under the caret, else the one in hand, else the first. */
  function suggestionInHand(): string | null {
    const place = window.getSelection()?.anchorNode?.parentElement ?? null;
    const atCaret = place === null ? null : (handle?.review.marksAt(place) ?? null);
    if (atCaret?.kind === 'suggestion') return atCaret.id;
    if (current?.kind === 'suggestion') return current.id;
    const first = open.find((mark) => mark.kind === 'suggestion');
    return first === undefined ? null : placeOf(first).id;
  }

  function settle(decision: Decision, id: string): void {
    const at = open.findIndex((mark) => placeOf(mark).id === id);
    const next = open[at + 1] ?? open[at - 1];
    handle?.suggestions.settle(decision, new Set([id]));
    setCurrent(null);
    if (next !== undefined) take(placeOf(next));
  }

  function settleInHand(decision: Decision): void {
    const id = suggestionInHand();
    if (id !== null) settle(decision, id);
  }

  function settleAll(decision: Decision): void {
    handle?.suggestions.settle(decision, 'all');
    setCurrent(null);
    const undo = { label: translate('ui.undo'), run: () => handle?.undo() };
    showToast(translate(decision === 'accept' ? 'suggest.acceptedAll' : 'suggest.rejectedAll'), {
      action: undo,
    });
  }

  const personId = person?.personId ?? '';
  useEffect(() => handle?.suggestions.setAuthor(personId), [handle, personId]);

  const onClick = useEffectEvent((event: MouseEvent) => {
    const place = event.target instanceof Element ? (handle?.review.marksAt(event.target) ?? null) : null;
    const isKnown = place?.kind === 'suggestion' || notes.some(({ noteId }) => noteId === place?.id);
    if (place === null || !isKnown || window.getSelection()?.isCollapsed === false) return;
    setCurrent(place);
    onTab('notes');
  });
  useEffect(() => {
    const copy = ground.current;
    copy?.addEventListener('click', onClick);
    return () => copy?.removeEventListener('click', onClick);
  }, [ground]);

  const hasSuggestions = open.some(({ kind }) => kind === 'suggestion');
  useCommands(
    active
      ? [
          { ...listed('article.notes'), icon: MessageSquareText, run: () => onTab('notes') },
          { ...listed('article.addNote'), icon: MessageSquarePlus, enabled: canWrite, run: begin },
          {
            ...listed('article.suggesting'),
            icon: PencilLine,
            enabled: canWrite,
            run: () => handle?.suggestions.toggle(),
          },
          {
            ...listed('article.acceptSuggestion'),
            icon: Check,
            enabled: canWrite && hasSuggestions,
            run: () => settleInHand('accept'),
          },
          {
            ...listed('article.rejectSuggestion'),
            icon: X,
            enabled: canWrite && hasSuggestions,
            run: () => settleInHand('reject'),
          },
          {
            ...listed('article.acceptAll'),
            enabled: canWrite && hasSuggestions,
            run: () => settleAll('accept'),
          },
          {
            ...listed('article.rejectAll'),
            enabled: canWrite && hasSuggestions,
            run: () => settleAll('reject'),
          },
          { ...listed('article.nextMark'), enabled: open.length > 0, run: () => step(1) },
          { ...listed('article.previousMark'), enabled: open.length > 0, run: () => step(-1) },
        ]
      : [],
  );

  return {
    marks,
    current,
    take,
    beginning,
    begin,
    cancel() {
      setBeginning(null);
      handle?.focus();
    },
    save(text) {
      if (beginning === null || handle === null) return;
      const noteId = crypto.randomUUID();
      if (!handle.review.anchorNote(noteId, beginning)) {
        showToast(translate('notes.wordsGone'), { tone: 'problem' });
        return;
      }
      draft.setNotes((threads) =>
        changes.beginThread(threads, { noteId, quote: beginning.quote }, text, author()),
      );
      setCurrent({ kind: 'note', id: noteId });
      setBeginning(null);
      handle.focus();
    },
    reply: (noteId, text) => draft.setNotes((threads) => changes.reply(threads, noteId, text, author())),
    resolve: (noteId) => draft.setNotes((threads) => changes.resolve(threads, noteId, author())),
    reopen: (noteId) => draft.setNotes((threads) => changes.reopen(threads, noteId)),
    settle,
    settleAll,
    remove(noteId) {
      const thread = draft.notes.get().find((one) => one.noteId === noteId);
      draft.setNotes((threads) => changes.remove(threads, noteId));
      showToast(translate('notes.removed'), {
        action: {
          label: translate('ui.undo'),
          run: () => thread !== undefined && draft.setNotes((threads) => [...threads, thread]),
        },
      });
    },
  };
}
