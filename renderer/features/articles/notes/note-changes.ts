/** What can be done to the conversations of an article. Each gives the list as it is then. */
import type { NoteMessage, NoteThread } from '../../../../shared/document/marks.ts';

type Threads = readonly NoteThread[];
type Author = Pick<NoteMessage, 'personId'> & { now: number };

function message(text: string, { personId, now }: Author): NoteMessage {
  return { messageId: crypto.randomUUID(), personId, at: new Date(now).toISOString(), text };
}

function changeThread(threads: Threads, noteId: string, change: (thread: NoteThread) => NoteThread): Threads {
  return threads.map((thread) => (thread.noteId === noteId ? change(thread) : thread));
}

export function beginThread(
  threads: Threads,
  { noteId, quote }: { noteId: string; quote: string },
  text: string,
  author: Author,
): Threads {
  return [...threads, { noteId, quote, messages: [message(text, author)], resolved: null }];
}

/** An answer to a resolved note opens it again: somebody still has something to say. */
export function reply(threads: Threads, noteId: string, text: string, author: Author): Threads {
  return changeThread(threads, noteId, (thread) => ({
    ...thread,
    messages: [...thread.messages, message(text, author)],
    resolved: null,
  }));
}

export function resolve(threads: Threads, noteId: string, { personId, now }: Author): Threads {
  return changeThread(threads, noteId, (thread) => ({
    ...thread,
    resolved: { personId, at: new Date(now).toISOString() },
  }));
}

export function reopen(threads: Threads, noteId: string): Threads {
  return changeThread(threads, noteId, (thread) => ({ ...thread, resolved: null }));
}

export function remove(threads: Threads, noteId: string): Threads {
  return threads.filter((thread) => thread.noteId !== noteId);
}
