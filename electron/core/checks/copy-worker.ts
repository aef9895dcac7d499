/** The worker that checks copy: dictionaries and rules live here, away from the core's thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm';
import { createCopyChecker, type CopyChecker } from '../../../shared/checks/check-copy.ts';
import { rankSuggestions } from '../../../shared/checks/suggestions.ts';
import { tryExamples } from '../../../shared/checks/try-examples.ts';
import { LANGUAGES_CHECKED, type CheckedLanguage } from '../../../shared/contract/checks.ts';
import type { RuleSource } from '../../../shared/contract/house-rules.ts';
import { giveWay } from '../give-way.ts';
import type { Numbered } from '../kept-worker.ts';
import type { CopyResult, CopyTask, CopyWorkerStart } from './copy-worker-messages.ts';
import { openDictionary, readNewsWords } from './dictionaries.ts';

const port = parentPort;
if (port === null) throw new Error('copy-worker runs as a worker thread');
const { dataFolder } = workerData as CopyWorkerStart;

giveWay();

const MOST_SUGGESTIONS = 6;

const opened = await Promise.all(
  LANGUAGES_CHECKED.map(async (language) => {
    const { condition, text } = await openDictionary(dataFolder, language);
    if (text === null) return { language, condition, hunspell: null };
    return { language, condition, hunspell: await createHunspellFromStrings(text.aff, text.dic) };
  }),
);
const newsWords = await readNewsWords();

function hunspellOf(language: CheckedLanguage): Hunspell | null {
  return opened.find((one) => one.language === language)?.hunspell ?? null;
}

function knowsOf(language: CheckedLanguage): ((word: string) => boolean) | null {
  const hunspell = hunspellOf(language);
  return hunspell === null ? null : (word) => hunspell.testSpelling(word);
}

let checkerOf: (rules: readonly RuleSource[]) => CopyChecker = () => () => [];
let checker: CopyChecker = () => [];
let ownWords: string[] = [];

function suggest(word: string): string[] {
  const found = LANGUAGES_CHECKED.flatMap(
    (language) => hunspellOf(language)?.getSpellingSuggestions(word) ?? [],
  );
  return rankSuggestions(word, found, [...newsWords, ...ownWords]).slice(0, MOST_SUGGESTIONS);
}

function answer(task: CopyTask): CopyResult {
  switch (task.kind) {
    case 'configure': {
      ownWords = task.ownWords.map((word) => word.toLowerCase());
      const lexicon = {
        indonesian: knowsOf('id'),
        english: knowsOf('en'),
        own: new Set([...newsWords, ...ownWords]),
      };
      checkerOf = (rules) => createCopyChecker(rules, lexicon, task.choices);
      checker = checkerOf(task.rules);
      return { kind: 'configure', conditions: opened.map(({ condition }) => condition) };
    }
    case 'check':
      return { kind: 'check', blocks: checker(task.blocks, task.context) };
    case 'try':
      return { kind: 'try', verdicts: tryExamples(task.rule, checkerOf([task.rule]), task.context) };
    case 'suggest':
      return { kind: 'suggest', words: suggest(task.word) };
  }
}

port.on('message', ({ number, content }: Numbered<CopyTask>) => {
  port.postMessage({ number, content: answer(content) } satisfies Numbered<CopyResult>);
});
