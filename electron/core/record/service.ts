/** The record of publications: written with the publication itself, read for good (docs/record.md). */
import { randomUUID } from 'node:crypto';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { CorrectionEntry } from '../../../shared/contract/corrections.ts';
import type {
  PublicationRecord,
  RecordContent,
  RecordedPerson,
  RecordKind,
  RecordSummary,
  Unrecorded,
} from '../../../shared/contract/record.ts';
import type { PublishableDocument } from '../../../shared/document/publishable.ts';
import { readStoredDocument } from '../../../shared/document/vocabulary.ts';
import { documentText } from '../../../shared/document/walk.ts';
import { pathOfFileAddress } from '../../../shared/domain/file-address.ts';
import { zoneLabel } from '../../../shared/domain/indonesian-dates.ts';
import { SAMPLE_TARGET_ID } from '../../../shared/domain/sample-story.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { Clock, Log } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { FIRST_HASH, hashOfEntry, isIntact, textHashesOf, verifyChain } from './chain.ts';
import { peopleOf } from './compose.ts';
import { createEvidence, type CopyToJudge, type PinnedEvidence, type RecordNeeds } from './evidence.ts';
import { recordQueries, type RecordQueries, type StoredRecord } from './queries.ts';

/** What asked for it, as the slice of publishing tells it. */
interface DeliveryToRecord {
  deliveryId: string;
  action: string;
  /** Id of the person; null where nobody knows any more. */
  askedBy: string | null;
  targetId: string;
}

/** A publication that readers see from now on. */
export interface PublicationToRecord extends DeliveryToRecord {
  targetName: string;
  targetKind: string;
  url: string | null;
  remoteId: string | null;
  /** Milliseconds since 1970. */
  firstPublishedAt: number;
  /** What went out, corrections carried. */
  article: {
    articleId: string;
    revisionId: number;
    fields: ArticleFields;
    document: PublishableDocument;
    /** Milliseconds since 1970 of this revision. */
    updatedAt: number;
    corrections: readonly CorrectionEntry[];
  };
}

/** Readers do not see an article at a place any more. */
export interface EndToRecord extends DeliveryToRecord {
  kind: Extract<RecordKind, 'taken-down' | 'found-gone'>;
  articleId: string;
}

export type RecordService = ReturnType<typeof createRecordService>;

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

function contentOf({ content }: StoredRecord): RecordContent {
  return JSON.parse(content) as RecordContent;
}

function summaryOf(record: StoredRecord): RecordSummary {
  const { recordId, kind, at, article, publication, corrections } = contentOf(record);
  const { deliveryId, action, targetId, targetName, url } = publication;
  const { revisionId, headline } = article;
  return {
    recordId,
    number: record.number,
    kind,
    at,
    deliveryId,
    action,
    revisionId,
    headline,
    targetId,
    targetName,
    url,
    corrections,
  };
}

export function createRecordService({
  database,
  clock,
  log,
  workplace,
  program,
  needs,
}: {
  database: Database;
  clock: Clock;
  log: Log;
  workplace: Workplace;
  /** Version of this program. */
  program: string;
  needs: RecordNeeds;
}) {
  const kept = recordQueries(database, 'kept');
  const exercise = recordQueries(database, 'exercise');
  const evidenceOf = createEvidence({ database, log, now: clock.now, personOf, needs });

  /** What goes to the site of the sample newsroom is an exercise, and leaves with it. */
  function queriesFor(targetId: string): RecordQueries {
    return targetId === SAMPLE_TARGET_ID ? exercise : kept;
  }

  function personOf(personId: string | null, code = ''): RecordedPerson {
    const person = personId === null ? null : workplace.person(personId);
    return { personId, name: person?.name ?? '', code: person?.code ?? code };
  }

  function stored(recordId: string): { record: StoredRecord; queries: RecordQueries } {
    for (const queries of [kept, exercise]) {
      const record = queries.get(recordId);
      if (record !== null) return { record, queries };
    }
    throw contractError('NOT_FOUND', { kind: 'record', id: recordId });
  }

  function textsOf(record: StoredRecord, queries: RecordQueries): PublicationRecord['texts'] {
    return textHashesOf(contentOf(record)).flatMap((hash) => {
      const text = queries.text(hash);
      return text === null ? [] : [{ hash, text }];
    });
  }

  /** What went out as one reads it; empty where the text is not what it was any more. */
  function articleText(
    { article: { revisionHash } }: RecordContent,
    texts: PublicationRecord['texts'],
  ): string {
    try {
      const went = texts.find(({ hash }) => hash === revisionHash)?.text ?? '';
      const { document } = JSON.parse(went) as { document: unknown };
      return documentText(readStoredDocument(document));
    } catch {
      return '';
    }
  }

  /** What every entry says: when, by whom, and the article's trail until then. */
  function commonOf(
    articleId: string,
    revisionId: number,
    editor: RecordedPerson,
    askedBy: string | null,
  ): Pick<
    RecordContent,
    'format' | 'formatVersion' | 'recordId' | 'at' | 'zone' | 'program' | 'people' | 'despite' | 'trail'
  > {
    const trail = needs.activity(articleId).toReversed();
    const zone = needs.zone();
    return {
      format: 'redaksi-publication-record',
      formatVersion: 1,
      recordId: randomUUID(),
      at: instant(clock.now()),
      zone: { ...zone, label: zoneLabel(zone.offsetMinutes) },
      program,
      people: peopleOf({
        trail,
        revisions: needs.revisions(articleId).filter((one) => one.revisionId <= revisionId),
        editor,
        published: personOf(askedBy),
        personOf,
      }),
      despite: trail.flatMap(({ at, personId, entry }) =>
        entry.kind === 'published-despite'
          ? [{ at, person: personOf(personId), findings: entry.findings }]
          : [],
      ),
      trail: trail.map(({ at, personId, entry, note }) => ({ at, person: personOf(personId), entry, note })),
    };
  }

  /** Puts an entry behind the newest one. */
  function append(content: RecordContent, texts: readonly string[]): void {
    const queries = queriesFor(content.publication.targetId);
    for (const text of texts) queries.addText(sha256(text), text);
    const words = canonicalJson(content);
    const previousHash = queries.newestHash() ?? FIRST_HASH;
    queries.add({
      id: content.recordId,
      articleId: content.article.articleId,
      targetId: content.publication.targetId,
      deliveryId: content.publication.deliveryId,
      content: words,
      previousHash,
      hash: hashOfEntry(previousHash, words),
    });
  }

  function enterPublication(
    kind: Extract<RecordKind, 'published' | 'stood-there'>,
    { article, ...publication }: PublicationToRecord,
    evidence: PinnedEvidence,
    judgement: Pick<RecordContent, 'alignment' | 'findings'>,
  ): void {
    const { articleId, revisionId, fields, document } = article;
    const { targetId, deliveryId } = publication;
    const path = pathOfFileAddress(publication.url);
    const went = canonicalJson({ fields, document });
    const content: RecordContent = {
      ...commonOf(articleId, revisionId, evidence.editor, publication.askedBy),
      ...judgement,
      kind,
      article: {
        articleId,
        revisionId,
        revisionAt: instant(article.updatedAt),
        revisionHash: sha256(went),
        headline: fields.headline,
        byline: fields.byline,
        credit: fields.credit,
      },
      publication: {
        deliveryId,
        action: publication.action,
        targetId,
        targetName: publication.targetName,
        targetKind: publication.targetKind,
        url: path === null ? publication.url : null,
        path,
        remoteId: publication.remoteId,
        firstPublishedAt: instant(publication.firstPublishedAt),
        previousRecordId: queriesFor(targetId).newestAt(articleId, targetId),
      },
      sources: evidence.sources.map(({ text, ...source }) => ({ ...source, textHash: sha256(text) })),
      corrections: article.corrections.map(({ correctionId, at, personId, text, matter }) => ({
        correctionId,
        kind: matter.kind,
        at,
        person: personOf(personId),
        text,
      })),
    };
    append(content, [went, ...evidence.sources.map(({ text }) => text)]);
  }

  return {
    /** Cuts the revision that goes out and keeps what stands behind it. Call it inside a transaction. */
    cutRevision(articleId: string): number {
      const revisionId = needs.cutRevision(articleId);
      evidenceOf.pin(articleId, revisionId);
      return revisionId;
    },

    /**
     * Gathers what an entry about this revision has to say, and answers with what enters its publication, to be called in
     * the transaction that settles it. Never rejects: that a worker failed keeps nobody from publishing, and the entry
     * says so.
     */
    async prepare(
      articleId: string,
      revisionId: number,
    ): Promise<(publication: PublicationToRecord) => void> {
      const evidence = evidenceOf.revision(articleId, revisionId);
      const judgement = await evidenceOf.judge(articleId, needs.revision(revisionId), evidence);
      return (publication) => enterPublication('published', publication, evidence, judgement);
    },

    /** The same for what stands at a place as somebody left it there, held against what stands behind the article now. */
    async prepareStanding(
      articleId: string,
      copy: CopyToJudge,
    ): Promise<(publication: PublicationToRecord) => void> {
      const evidence = evidenceOf.now(articleId);
      const judgement = await evidenceOf.judge(articleId, copy, evidence);
      return (publication) => enterPublication('stood-there', publication, evidence, judgement);
    },

    /**
     * Enters that readers do not see the article there any more, with all that was recorded of what they saw; none
     * where nothing was. Call it in the transaction that settles it.
     */
    enterEnd({ kind, articleId, targetId, deliveryId, action, askedBy }: EndToRecord): void {
      const queries = queriesFor(targetId);
      const previous = queries.newestAt(articleId, targetId);
      const record = previous === null ? null : queries.get(previous);
      const content = record === null ? null : contentOf(record);
      if (content === null || content.kind === 'taken-down' || content.kind === 'found-gone') return;
      const { revisionId } = content.article;
      const { editor } = evidenceOf.revision(articleId, revisionId);
      append(
        {
          ...content,
          ...commonOf(articleId, revisionId, editor, askedBy),
          kind,
          publication: { ...content.publication, deliveryId, action, previousRecordId: content.recordId },
        },
        [],
      );
    },

    /** See the contract. */
    list: (articleId: string): RecordSummary[] =>
      [...kept.ofArticle(articleId), ...exercise.ofArticle(articleId)].map(summaryOf),

    /** See the contract. */
    unrecorded(articleId: string): Unrecorded[] {
      const known = [...kept.ofArticle(articleId), ...exercise.ofArticle(articleId)];
      const recorded = new Set(known.map(({ deliveryId }) => deliveryId));
      return needs
        .arrivals(articleId)
        .filter(({ deliveryId }) => deliveryId === null || !recorded.has(deliveryId))
        .map(({ deliveryId, targetName, url, at }) => ({
          targetName,
          url,
          at: instant(at),
          why: deliveryId === null ? 'taken-in' : 'earlier',
        }));
    },

    /** See the contract. Throws NOT_FOUND. */
    get(recordId: string): PublicationRecord {
      const { record, queries } = stored(recordId);
      const content = contentOf(record);
      const texts = textsOf(record, queries);
      const { number, previousHash, hash } = record;
      return {
        number,
        previousHash,
        hash,
        content,
        texts,
        articleText: articleText(content, texts),
        isExercise: queries === exercise,
        intact: isIntact(record, queries.text),
      };
    },

    /** See the contract. Throws NOT_FOUND. */
    exportJson(recordId: string): { fileName: string; text: string } {
      const { record, queries } = stored(recordId);
      const { number, previousHash, hash } = record;
      const texts = textsOf(record, queries);
      const file = { number, previousHash, hash, content: contentOf(record), texts };
      return {
        fileName: `redaksi-record-${number}-${recordId.slice(0, 8)}.json`,
        text: `${JSON.stringify(file, null, 2)}\n`,
      };
    },

    /** How many entries there are, and what of them is not as it was written. */
    verify: () => verifyChain(kept),

    /** The sample newsroom leaves: nothing of its exercises stays. */
    forgetExercises: exercise.forget,
  };
}
