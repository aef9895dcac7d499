/** Copy held against its sources: where its sentences came from, what is not as they have it, and how that was answered. */
import { checkedBlocksOf } from '../../../shared/checks/segments.ts';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { CheckedBlock } from '../../../shared/contract/checks.ts';
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { RightsFinding } from '../../../shared/contract/rights.ts';
import type { AcceptedFinding, SourceOfSentences } from '../../../shared/contract/provenance.ts';
import { publishable, type PublishableDocument } from '../../../shared/document/publishable.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import type { Looked } from '../../../shared/domain/article-state.ts';
import type { CheckedFidelity } from '../../../shared/provenance/fidelity.ts';
import type { SourceInput } from '../../../shared/provenance/source-copy.ts';
import { workerBeside } from '../ask-worker.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import { createKeptWorker, KeptWorkerError } from '../kept-worker.ts';
import type { Clock, Log } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { FidelityResult, FidelityTask } from './fidelity-worker-messages.ts';
import { provenanceQueries } from './queries.ts';

/** A source of an article, as the slice of articles gives it. */
export interface ProvenanceSource {
  sourceId: string;
  versionId: number | null;
  contentHash: string | null;
  name: string;
  headline: string;
  status: PubStatus;
  /** ISO 8601, or `unreadable`; null where there is none. */
  embargoed: string | null;
  sentAt: string | null;
  text: string;
  blockQuotes?: readonly string[];
}

export interface ProvenanceNeeds {
  /** Throws NOT_FOUND. */
  article(articleId: string): {
    base: number;
    fields: ArticleFields;
    document: ArticleDocument;
    createdAt: number;
  };
  /** What goes out of a revision; null where it is not there any more. */
  revision(revisionId: number): { fields: ArticleFields; document: PublishableDocument } | null;
  sourcesOf(articleId: string): ProvenanceSource[];
  /** Keys of findings that are ignored in the article. */
  ignored(articleId: string): string[];
  /** What of a copy is not as the licences of its sources and pictures have it. */
  rightsFindings(copy: AlignedArticle): RightsFinding[];
}

type ReadTask = Extract<FidelityTask, { kind: 'read' }>;

export type ProvenanceService = ReturnType<typeof createProvenanceService>;

/** What the way to the reader is told of copy: what nobody has answered, by key. */
export interface OpenFindings {
  open: string[];
  /** What is not as the licences have it on that day. */
  rights: RightsFinding[];
  looked: Looked;
}

/** A copy held against its sources. */
export interface AlignedArticle {
  articleId: string;
  fields: ArticleFields;
  document: PublishableDocument;
  blocks: CheckedFidelity[];
  sources: SourceOfSentences[];
}

/** Nobody looked. */
const UNKNOWN: OpenFindings = { open: [], rights: [], looked: 'no' };
/** Copies the gate remembers what was found in. */
const MOST_JUDGED = 200;

export function createProvenanceService({
  database,
  events,
  clock,
  log,
  workplace,
  offsetMinutes,
  needs,
}: {
  database: Database;
  events: EventBus;
  clock: Clock;
  log: Log;
  workplace: Workplace;
  /** Of the newsroom's clock. */
  offsetMinutes: () => number;
  needs: ProvenanceNeeds;
}) {
  const queries = provenanceQueries(database);
  const worker = createKeptWorker<FidelityTask, FidelityResult>({
    address: workerBeside(import.meta.url, 'fidelity-worker'),
  });
  /** What was found in a copy when somebody looked last, on whatever day it goes out, by what `copyName` and `revisionName` call it. */
  const judged = new Map<string, OpenFindings>();
  const copyName = (articleId: string, base: number): string => `${articleId} ${base}`;
  const revisionName = (revisionId: number): string => `revision ${revisionId}`;

  function isWithheld({ status, embargoed }: ProvenanceSource): boolean {
    if (status !== 'usable') return true;
    return embargoed !== null && !(Date.parse(embargoed) <= clock.now());
  }

  function stampOf(sources: readonly ProvenanceSource[]): string {
    if (sources.length === 0) return '';
    return JSON.stringify(
      sources.map((source) => [source.sourceId, source.versionId, source.contentHash, isWithheld(source)]),
    );
  }

  function inputsOf(sources: readonly ProvenanceSource[], createdAt: number): SourceInput[] {
    return sources.map((source) => ({
      sourceId: source.sourceId,
      name: source.name,
      headline: source.headline,
      text: source.text,
      blockQuotes: source.blockQuotes ?? [],
      standing: isWithheld(source) ? 'withheld' : 'usable',
      time: {
        at: source.sentAt === null ? createdAt : Date.parse(source.sentAt),
        offsetMinutes: offsetMinutes(),
      },
    }));
  }

  async function asked(task: FidelityTask): Promise<FidelityResult> {
    try {
      return await worker.ask(task);
    } catch (error) {
      if (!(error instanceof KeptWorkerError)) throw error;
      log.warn('provenance failed', { reason: error.message });
      throw contractError('INVALID', { field: null, reason: 'checks-failed' });
    }
  }

  function taskOf(sources: readonly ProvenanceSource[], createdAt: number): ReadTask {
    return { kind: 'read', stamp: stampOf(sources), sources: inputsOf(sources, createdAt) };
  }

  function read(articleId: string) {
    const { createdAt } = needs.article(articleId);
    const task = taskOf(needs.sourcesOf(articleId), createdAt);
    return { stamp: task.stamp, task };
  }

  async function held(task: ReadTask, blocks: CheckedBlock[]): Promise<CheckedFidelity[]> {
    const question = { kind: 'check' as const, stamp: task.stamp, blocks };
    let answer = await asked(question);
    if (answer.kind === 'sources-unknown') {
      await asked(task);
      answer = await asked(question);
    }
    return answer.kind === 'check' ? answer.blocks : [];
  }

  async function readSources(task: ReadTask): Promise<SourceOfSentences[]> {
    const answer = await asked(task);
    return answer.kind === 'read' ? answer.sources : [];
  }

  /** See the contract. */
  async function check(
    articleId: string,
    blocks: CheckedBlock[],
  ): Promise<{ stamp: string; blocks: CheckedFidelity[] }> {
    const { stamp, task } = read(articleId);
    if (stamp === '') return { stamp, blocks: blocks.map(({ id }) => ({ id, findings: [], sentences: [] })) };
    return { stamp, blocks: await held(task, blocks) };
  }

  /** Keys of what was accepted or is ignored. */
  function answeredIn(articleId: string): Set<string> {
    return new Set([...needs.ignored(articleId), ...queries.accepted(articleId).map(({ key }) => key)]);
  }

  /** Holds a copy of an article against its sources. Throws NOT_FOUND, INVALID `checks-failed`. */
  async function align(
    articleId: string,
    fields: ArticleFields,
    document: PublishableDocument,
  ): Promise<AlignedArticle> {
    const { stamp, blocks } = await check(articleId, checkedBlocksOf(fields, document));
    const sources = stamp === '' ? [] : await readSources(read(articleId).task);
    return { articleId, fields, document, blocks, sources };
  }

  function openOn(name: string, at: number): OpenFindings {
    const { rights, ...found } = judged.get(name) ?? UNKNOWN;
    return { ...found, rights: rights.filter(({ since }) => since === null || since <= at) };
  }

  async function judge(
    name: string,
    articleId: string,
    fields: ArticleFields,
    document: PublishableDocument,
  ): Promise<void> {
    judged.delete(name);
    const answered = answeredIn(articleId);
    const isOpen = ({ key }: { key: string }): boolean => !answered.has(key);
    const [oldest] = judged.keys();
    if (judged.size >= MOST_JUDGED && oldest !== undefined) judged.delete(oldest);
    try {
      const aligned = await align(articleId, fields, document);
      const open = aligned.blocks
        .flatMap(({ findings }) => findings)
        .filter((finding) => finding.evidence?.advisory !== true && isOpen(finding))
        .map(({ key }) => key);
      judged.set(name, { open, rights: needs.rightsFindings(aligned).filter(isOpen), looked: 'yes' });
    } catch (error) {
      log.warn('copy could not be held against its sources', { articleId, error: String(error) });
      // Credits and licences need no sentences.
      const copy = { articleId, fields, document, blocks: [], sources: [] };
      judged.set(name, { open: [], rights: needs.rightsFindings(copy).filter(isOpen), looked: 'failed' });
    }
  }

  function requireArticle(articleId: string): void {
    needs.article(articleId);
  }

  function answeredOtherwise(articleId: string): void {
    events.emit({ type: 'checks.changed', articleId });
  }

  return {
    check,
    /** The stored working copy held against its sources. Throws NOT_FOUND, INVALID `checks-failed`. */
    async alignedCopy(articleId: string): Promise<AlignedArticle> {
      const { fields, document } = needs.article(articleId);
      return align(articleId, fields, publishable(document));
    },
    async sources(articleId: string): Promise<{ stamp: string; sources: SourceOfSentences[] }> {
      const { stamp, task } = read(articleId);
      if (stamp === '') return { stamp, sources: [] };
      return { stamp, sources: await readSources(task) };
    },
    /**
     * Holds blocks against sources as they were then, whatever the article has now; `createdAt` of the article, in
     * milliseconds since 1970. Throws INVALID `checks-failed`.
     */
    async holdAgainst(
      sources: readonly ProvenanceSource[],
      createdAt: number,
      blocks: CheckedBlock[],
    ): Promise<{ blocks: CheckedFidelity[]; sources: SourceOfSentences[] }> {
      const task = taskOf(sources, createdAt);
      return { sources: await readSources(task), blocks: await held(task, blocks) };
    },
    accepted(articleId: string): AcceptedFinding[] {
      requireArticle(articleId);
      return queries.accepted(articleId).map(({ acceptedAt, personId, ...rest }) => ({
        ...rest,
        personId,
        personName: workplace.person(personId)?.name ?? '',
        acceptedAt: new Date(acceptedAt).toISOString(),
      }));
    },
    accept(articleId: string, key: string, note: string): void {
      requireArticle(articleId);
      const { personId } = workplace.currentPerson();
      queries.accept(articleId, { key, note, personId, acceptedAt: clock.now() });
      answeredOtherwise(articleId);
    },
    reopen(articleId: string, key: string): void {
      requireArticle(articleId);
      queries.reopen(articleId, key);
      answeredOtherwise(articleId);
    },
    /**
     * What the way to the reader asks: first it looks, then it is told. Looking never rejects: where the worker fails
     * somebody has to say yes to copy that could not be held against its sources.
     */
    gate: {
      async look(articleId: string): Promise<void> {
        const { base, fields, document } = needs.article(articleId);
        await judge(copyName(articleId, base), articleId, fields, publishable(document));
      },
      async lookAtRevision(articleId: string, revisionId: number): Promise<void> {
        const revision = needs.revision(revisionId);
        if (revision === null) return;
        await judge(revisionName(revisionId), articleId, revision.fields, revision.document);
      },
      /** Of the working copy of that base. */
      ofCopy: (articleId: string, base: number, at: number): OpenFindings =>
        openOn(copyName(articleId, base), at),
      /** Of a revision, against the sources as they were looked at last, without what was agreed to for it. */
      ofRevision(revisionId: number, at: number): OpenFindings {
        const { open, rights, looked } = openOn(revisionName(revisionId), at);
        const agreed = new Set(queries.agreed(revisionId));
        return {
          open: open.filter((key) => !agreed.has(key)),
          rights: rights.filter(({ key }) => !agreed.has(key)),
          looked,
        };
      },
      /** Somebody says yes to what is open in a revision that goes out. Call it inside the transaction. */
      agree: (revisionId: number, keys: readonly string[]): void => queries.agree(revisionId, keys),
    },
    stop: () => worker.close(),
  };
}
