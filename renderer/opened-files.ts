/**
 * Files opened with Redaksi from outside, or chosen anywhere in it, handed to the screen they are for, which may not be
 * there yet: wire copy to the inbox, manuscripts to the articles.
 */
import { useSyncExternalStore } from 'react';
import { navigate } from './navigation.ts';

interface FileQueue {
  /** Hands files over, after those that wait. */
  add(files: readonly File[]): void;
  /** Takes the files that wait; they are the caller's from then on. */
  take(): readonly File[];
  /** How many files wait. */
  useCount(): number;
}

function createFileQueue(): FileQueue {
  let waiting: readonly File[] = [];
  const listeners = new Set<() => void>();

  function change(files: readonly File[]): void {
    waiting = files;
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    add: (files) => change([...waiting, ...files]),
    take() {
      const taken = waiting;
      change([]);
      return taken;
    },
    useCount: () => useSyncExternalStore(subscribe, () => waiting.length),
  };
}

const wireCopy = createFileQueue();
const manuscripts = createFileQueue();

export const importIntoWire = wireCopy.add;
export const takeOpenedFiles = wireCopy.take;
export const useOpenedFileCount = wireCopy.useCount;

export const takeManuscripts = manuscripts.take;
export const useManuscriptCount = manuscripts.useCount;

/** Files a person opened with Redaksi: documents become articles, everything else is read as wire copy. */
export function openFiles(files: readonly File[]): void {
  const isDocument = ({ name }: File): boolean => /\.(?:docx|md|markdown|html?)$/i.test(name);
  const copy = files.filter((file) => !isDocument(file));
  importAsArticles(files.filter(isDocument));
  if (copy.length === 0) return;
  navigate({ screen: 'wire', storyId: null });
  importIntoWire(copy);
}

/** What is offered to be chosen; what a file is, is told by its content. */
export const MANUSCRIPT_KINDS = '.docx,.md,.markdown,.html,.htm,.txt';

/** Makes an article of each file: .docx, Markdown, HTML or plain text. */
export function importAsArticles(files: readonly File[]): void {
  if (files.length === 0) return;
  navigate({ screen: 'articles', articleId: null });
  manuscripts.add(files);
}

/** Lets the person choose files to make articles of. */
export function chooseManuscripts(): void {
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.multiple = true;
  picker.accept = MANUSCRIPT_KINDS;
  picker.addEventListener('change', () => importAsArticles([...(picker.files ?? [])]));
  picker.click();
}
