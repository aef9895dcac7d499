/** What the program was started with: by a terminal, a link, a file, or a second start of it. */
import { isAbsolute, resolve } from 'node:path';

export const LINK_SCHEME = 'redaksi:';
const CLI_SWITCH = '--cli';
const DATA_FOLDER_SWITCH = '--data-dir';

export interface Launch {
  /** Words for the command line, where that is what was asked for: `Redaksi --cli parse x.xml`. */
  cli: readonly string[] | null;
  /** Absolute path, or null for the default folder. */
  dataFolder: string | null;
  /** `redaksi://` addresses to open. */
  links: readonly string[];
  /** Absolute paths of files to import. */
  files: readonly string[];
}

function isLink(word: string): boolean {
  return URL.parse(word)?.protocol === LINK_SCHEME;
}

/** `--name value` and `--name=value`, as both are written. */
function valueOf(words: readonly string[], name: string): string | null {
  const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = words[at];
  if (word === undefined) return null;
  const value = word === name ? words[at + 1] : word.slice(name.length + 1);
  return value === undefined || value === '' ? null : value;
}

/** The words without the program itself, and without the folder Electron runs it from, which follows any switches. */
function wordsOf(argv: readonly string[], isPackaged: boolean): string[] {
  const words = argv.slice(1);
  const folder = isPackaged ? -1 : words.findIndex((word) => !word.startsWith('-'));
  return words.filter((_word, index) => index !== folder);
}

/**
 * Reads `process.argv` of the main process. Chromium's switches and ours are no files; a relative path is one of
 * `workingFolder`.
 */
export function readLaunch(
  argv: readonly string[],
  { isPackaged, workingFolder }: { isPackaged: boolean; workingFolder: string },
): Launch {
  const words = wordsOf(argv, isPackaged);
  const cliAt = words.indexOf(CLI_SWITCH);
  if (cliAt >= 0) return { cli: words.slice(cliAt + 1), dataFolder: null, links: [], files: [] };

  const folder = valueOf(words, DATA_FOLDER_SWITCH);
  const folderWord = words.indexOf(DATA_FOLDER_SWITCH) + 1;
  const plain = words.filter(
    (word, index) => !word.startsWith('-') && (folderWord === 0 || index !== folderWord) && word !== '',
  );
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(workingFolder, path));
  return {
    cli: null,
    dataFolder: folder === null ? null : absolute(folder),
    links: plain.filter(isLink),
    files: plain.filter((word) => !isLink(word)).map(absolute),
  };
}
