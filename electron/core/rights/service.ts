/** The rights ledger: what was agreed about sources and pictures, and what of an article is not so. */
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { SourceOfSentences } from '../../../shared/contract/provenance.ts';
import type {
  LedgerFilter,
  LedgerSource,
  PictureRights,
  RightsFinding,
} from '../../../shared/contract/rights.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { documentImages } from '../../../shared/document/walk.ts';
import { composeCredit, parseCredit } from '../../../shared/domain/credits.ts';
import { findRights, licenceState, SOON_DAYS, type LicensedSource } from '../../../shared/domain/rights.ts';
import { takenPercent } from '../../../shared/provenance/taken-over.ts';
import type { CheckedFidelity } from '../../../shared/provenance/fidelity.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { rightsQueries } from './queries.ts';

const PAGE = 100;
const SOON_MS = SOON_DAYS * 86_400_000;

/** Copy that was held against its sources. */
export interface AlignedCopy {
  articleId: string;
  fields: ArticleFields;
  document: ArticleDocument;
  blocks: readonly CheckedFidelity[];
  sources: readonly SourceOfSentences[];
}

/** What the ledger needs of other slices; create-slices.ts hands it over. */
export interface RightsNeeds {
  /** The sources of an article and as what they are credited. */
  sourcesOf(
    articleId: string,
  ): { sourceId: string; storyId: number | null; name: string; creditName: string }[];
  /** What was settled about a wire story with those who brought it; ends in milliseconds since 1970. */
  licenceOf(storyId: number): Pick<LicensedSource, 'creditText' | 'endsAt' | 'sharePercent'>;
  /** The sources of the wire as the house settled them. */
  ledgerSources(): LedgerSource[];
  creditPattern(): string;
}

export type RightsService = ReturnType<typeof createRightsService>;

export function createRightsService({
  database,
  events,
  clock,
  workplace,
  needs,
}: {
  database: Database;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  needs: RightsNeeds;
}) {
  const queries = rightsQueries(database);

  function licensed(copy: AlignedCopy): LicensedSource[] {
    return needs.sourcesOf(copy.articleId).map(({ sourceId, storyId, name, creditName }) => {
      const licence =
        storyId === null ? { creditText: '', endsAt: null, sharePercent: null } : needs.licenceOf(storyId);
      return {
        ...licence,
        sourceId,
        name,
        creditName,
        takenPercent:
          licence.sharePercent === null ? null : takenPercent(sourceId, copy.blocks, copy.sources),
      };
    });
  }

  /** Throws NOT_FOUND. */
  function picture(mediaId: string): PictureRights {
    const rights = queries.picture(mediaId);
    if (rights === null) throw contractError('NOT_FOUND', { kind: 'media', id: mediaId });
    return rights;
  }

  /** Everything of a copy that is not as agreed, whenever it will be so. */
  function findingsOf(copy: AlignedCopy): RightsFinding[] {
    const editorCode = parseCredit(copy.fields.credit)?.editorCode ?? workplace.currentPerson().code;
    return findRights({
      credit: copy.fields.credit,
      pictures: documentImages(copy.document),
      sources: licensed(copy),
      rightsOf: queries.picture,
      creditFor(agencies) {
        const credit = composeCredit({ agencies, editorCode, reporters: [] }, needs.creditPattern());
        return credit.ok && credit.text !== '' ? credit.text : null;
      },
    });
  }

  return {
    findingsOf,

    /** What of it is so on a day (ISO 8601), now where none is named. */
    findingsOn(at: string | null, copy: AlignedCopy): RightsFinding[] {
      const day = at === null ? clock.now() : Date.parse(at);
      return findingsOf(copy).filter(({ since }) => since === null || since <= day);
    },

    /** Enters a picture with what its file says of its rights; what is known already stays. `expires`: milliseconds since 1970. */
    noteFromFile(
      mediaId: string,
      rights: Pick<PictureRights, 'credit' | 'uses' | 'notice'> & { expiresAt: number | null },
    ): void {
      const { credit, uses, notice, expiresAt } = rights;
      const isSilent = credit === '' && notice === '' && expiresAt === null && uses === 'open';
      const from = isSilent ? 'nobody' : 'file';
      queries.noteFromFile({ mediaId, credit, uses, notice, expiresAt, from, now: clock.now() });
    },

    /** See the contract. */
    ledger(filter: LedgerFilter, cursor: string | null) {
      const now = clock.now();
      const wanted = (source: LedgerSource): boolean => {
        const state = licenceState(source.licenceEnds === null ? null : Date.parse(source.licenceEnds), now);
        return filter === 'all' || state === filter;
      };
      return {
        sources: cursor === null ? needs.ledgerSources().filter(wanted) : [],
        ...queries.pictures(filter, now, now + SOON_MS, cursor, PAGE),
      };
    },

    /** See the contract. Throws NOT_FOUND. */
    picture,

    /** See the contract. Throws NOT_FOUND. */
    setPicture({ expires, ...rights }: Omit<PictureRights, 'fileName' | 'from'>): PictureRights {
      queries.setByDesk({
        ...rights,
        expiresAt: expires === null ? null : Date.parse(expires),
        personId: workplace.currentPerson().personId,
        now: clock.now(),
      });
      const set = picture(rights.mediaId);
      events.emit({ type: 'rights.changed' });
      return set;
    },
  };
}
