/** Checks of copy for one house: rules and words from the settings, findings from the worker, ignored ones kept. */
import { patternProblem, type CheckedFindings } from '../../../shared/checks/check-copy.ts';
import { findFlaws } from '../../../shared/checks/flaws.ts';
import type { CheckContext } from '../../../shared/checks/found.ts';
import type { CheckedBlock, CheckedLanguage, DictionaryCondition } from '../../../shared/contract/checks.ts';
import type { RuleSource, RuleTrial } from '../../../shared/contract/house-rules.ts';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import type { CopyFlaws } from '../../../shared/domain/article-state.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { offsetOfIndonesianZone } from '../../../shared/domain/indonesian-dates.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import { KeptWorkerError } from '../kept-worker.ts';
import type { Clock, Log } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import {
  forgetDictionary,
  keepDictionary,
  LARGEST_DICTIONARY_BYTES,
  readDictionary,
} from './dictionaries.ts';
import { readShippedRules, rulesInForce } from './house-styles.ts';
import { createLinkTrial, type TriedLinks, type TryAddress } from './links.ts';
import { checksQueries } from './queries.ts';
import { createCopyWorker } from './run-copy-worker.ts';

export type ChecksService = Awaited<ReturnType<typeof createChecksService>>;

/** Rejects where the house styles that ship cannot be read. */
export async function createChecksService({
  database,
  dataFolder,
  events,
  clock,
  log,
  settings,
  workplace,
  tryAddress,
}: {
  database: Database;
  dataFolder: string;
  events: EventBus;
  clock: Clock;
  log: Log;
  settings: () => Settings;
  workplace: Workplace;
  tryAddress?: TryAddress;
}) {
  const queries = checksQueries(database);
  const shipped = await readShippedRules();
  const links = createLinkTrial({ clock, ...(tryAddress === undefined ? {} : { tryAddress }) });
  let configured: { key: string; configuration: ReturnType<typeof configurationNow> } | null = null;

  function configurationNow() {
    const { checks } = settings();
    const own = [...checks.houseWords, ...(checks.personalWords[workplace.currentPerson().personId] ?? [])];
    return {
      kind: 'configure' as const,
      rules: rulesInForce(shipped, checks),
      choices: { foreignWords: checks.foreignWords, headlineCase: checks.headlineCase },
      ownWords: own,
    };
  }

  /** The same value until the settings, or who sits here, change. */
  function configuration() {
    const key = JSON.stringify([settings().checks, workplace.currentPerson().personId]);
    if (configured?.key !== key) configured = { key, configuration: configurationNow() };
    return configured.configuration;
  }

  const worker = createCopyWorker({ dataFolder, configuration });

  async function asked<Answer>(question: Promise<Answer>): Promise<Answer> {
    try {
      return await question;
    } catch (error) {
      if (!(error instanceof KeptWorkerError)) throw error;
      log.warn('checks failed', { reason: error.message });
      throw contractError('INVALID', { field: null, reason: 'checks-failed' });
    }
  }

  function requireArticle(articleId: string): void {
    if (!queries.hasArticle(articleId)) throw contractError('NOT_FOUND', { kind: 'article', id: articleId });
  }

  function contextAt(at: number): CheckContext {
    const { checks, house } = settings();
    const { longParagraphWords, longHeadline } = checks;
    return { at, offsetMinutes: offsetOfIndonesianZone(house.timeZone), longParagraphWords, longHeadline };
  }

  return {
    /** `at`: the article's own time, ISO 8601. INVALID `checks-failed` where the worker gave up. */
    run(blocks: CheckedBlock[], at: string): Promise<CheckedFindings[]> {
      return asked(worker.check(blocks, contextAt(Date.parse(at))));
    },
    suggest: (word: string): Promise<string[]> => asked(worker.suggest(word)),
    brokenLinks: (urls: string[]): Promise<TriedLinks> =>
      settings().checks.tryLinks ? links.broken(urls) : Promise.resolve({ broken: [], offline: false }),
    async condition(): Promise<{ rules: RuleSource[]; dictionaries: DictionaryCondition[] }> {
      return { rules: shipped, dictionaries: await asked(worker.dictionaries()) };
    },
    async tryRule(rule: RuleSource): Promise<RuleTrial> {
      const problem = rule.pattern === undefined ? null : patternProblem(rule.pattern);
      if (problem !== null) return { problem, examples: [] };
      return { problem, examples: await asked(worker.tryRule(rule, contextAt(clock.now()))) };
    },
    /** Takes the house's own dictionary. INVALID `not-a-dictionary` where the files are none. */
    async keepDictionary(language: CheckedLanguage, aff: Uint8Array, dic: Uint8Array): Promise<void> {
      try {
        if (aff.length + dic.length > LARGEST_DICTIONARY_BYTES) throw new Error('too large');
        readDictionary(aff, dic);
      } catch {
        throw contractError('INVALID', { field: 'dictionary', reason: 'not-a-dictionary' });
      }
      await keepDictionary(dataFolder, language, aff, dic);
      await worker.restart();
      events.emit({ type: 'settings.changed' });
    },
    async forgetDictionary(language: CheckedLanguage): Promise<void> {
      await forgetDictionary(dataFolder, language);
      await worker.restart();
      events.emit({ type: 'settings.changed' });
    },
    /** Placeholders, impossible dates and pictures without alternative text, but for what is ignored in the article. */
    flaws: (articleId: string, copy: { fields: ArticleFields; document: ArticleDocument }): CopyFlaws =>
      findFlaws(copy, contextAt(clock.now()), new Set(queries.ignored(articleId).map(({ key }) => key))),
    ignored(articleId: string): string[] {
      requireArticle(articleId);
      return queries.ignored(articleId).map(({ key }) => key);
    },
    /** What is ignored in the article with who decided it, and when (milliseconds since 1970). */
    ignoredBy: queries.ignored,
    ignore(articleId: string, key: string): void {
      requireArticle(articleId);
      queries.ignore(articleId, key, clock.now(), workplace.currentPerson().personId);
      events.emit({ type: 'checks.changed', articleId });
    },
    heed(articleId: string, key: string): void {
      requireArticle(articleId);
      queries.heed(articleId, key);
      events.emit({ type: 'checks.changed', articleId });
    },
    stop: () => worker.close(),
  };
}
