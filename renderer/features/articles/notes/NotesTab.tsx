import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { NoteThread } from '../../../../shared/document/marks.ts';
import { commandCaps } from '../../../commands.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { MessageSquarePlus, MessageSquareText } from '../../../ui/icons/icons.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { useStore } from '../../../store.ts';
import { NewNote } from './NewNote.tsx';
import { NoteCard } from './NoteCard.tsx';
import { SuggestionList } from './SuggestionList.tsx';
import type { ReviewDesk } from './use-review.ts';
import styles from './notes.module.css';

type Shown = 'open' | 'resolved';

/** The conversations about the copy, in its order; those whose words are gone come last. */
export function NotesTab({ draft, review }: { draft: Draft; review: ReviewDesk }): ReactElement {
  const translate = useTranslate();
  const threads = useStore(draft.notes);
  const canWrite = useStore(draft.writes);
  const [shown, setShown] = useState<Shown>('open');
  const list = useRef<HTMLDivElement>(null);
  const { current, marks, beginning } = review;

  const order = new Map(marks.flatMap((mark, at) => (mark.kind === 'note' ? [[mark.noteId, at]] : [])));
  const placeOf = ({ noteId }: NoteThread) => order.get(noteId) ?? Number.MAX_SAFE_INTEGER;
  const open = threads.filter(({ resolved }) => resolved === null);
  const cards = (shown === 'open' ? open : threads.filter(({ resolved }) => resolved !== null)).toSorted(
    (left, right) => placeOf(left) - placeOf(right),
  );

  const currentId = current?.id ?? null;
  useEffect(() => {
    if (currentId === null) return;
    list.current
      ?.querySelector(`[data-mark="${CSS.escape(currentId)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  return (
    <div ref={list} className={styles.notes}>
      <div className={styles.top}>
        <Tabs<Shown>
          look="pill"
          label={translate('notes.filter')}
          value={shown}
          onChange={setShown}
          items={[
            { value: 'open', label: translate('notes.open', { count: open.length }) },
            {
              value: 'resolved',
              label: translate('notes.resolved', { count: threads.length - open.length }),
            },
          ]}
        />
        {canWrite && (
          <Button
            size="small"
            icon={MessageSquarePlus}
            caps={commandCaps('article.addNote')}
            // The selection in the copy must survive a click on the button.
            onMouseDown={(event) => event.preventDefault()}
            onClick={review.begin}
          >
            {translate('notes.add')}
          </Button>
        )}
      </div>
      <SuggestionList review={review} canWrite={canWrite} />
      {beginning !== null && (
        <NewNote quote={beginning.quote} onSave={review.save} onCancel={review.cancel} />
      )}
      {cards.length === 0 && beginning === null && (
        <EmptyState
          icon={MessageSquareText}
          title={translate(shown === 'open' ? 'notes.empty' : 'notes.empty.resolved')}
        >
          {shown === 'open' && translate('notes.empty.text')}
        </EmptyState>
      )}
      <ol className={styles.list} aria-label={translate('notes.list')}>
        {cards.map((thread) => (
          <NoteCard
            key={thread.noteId}
            thread={thread}
            anchored={order.has(thread.noteId)}
            current={thread.noteId === currentId}
            canWrite={canWrite}
            onReveal={() => review.take({ kind: 'note', id: thread.noteId })}
            onReply={(text) => review.reply(thread.noteId, text)}
            onResolve={() => review.resolve(thread.noteId)}
            onReopen={() => review.reopen(thread.noteId)}
            onRemove={() => review.remove(thread.noteId)}
          />
        ))}
      </ol>
    </div>
  );
}
