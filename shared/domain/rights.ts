/**
 * What of an article is not as the licences of its sources and pictures have it: credits, licences that have ended, pictures
 * that may only be archived, more of a source's copy than was agreed. Decisions only.
 */
import type { PictureRights, RightsFinding } from '../contract/rights.ts';
import type { Picture } from '../document/vocabulary.ts';

/** What was settled about a source of the article, and how much of its copy was taken. */
export interface LicensedSource {
  sourceId: string;
  name: string;
  /** As what it is credited; empty where it is not. */
  creditName: string;
  /** The whole credit where the source asks for one of its own; empty: as the house writes credits. */
  creditText: string;
  /** Milliseconds since 1970 from which on the licence has ended; null where it has no end. */
  endsAt: number | null;
  /** At most this much of its copy may be taken over, in percent of its words; null where nothing was agreed. */
  sharePercent: number | null;
  /** What was taken over as it is or lightly edited, in percent of its words; null where nobody could tell. */
  takenPercent: number | null;
}

interface Copy {
  /** The credit line. */
  credit: string;
  pictures: readonly Picture[];
  sources: readonly LicensedSource[];
  /** What the file or the desk says of a picture; null where nobody does. */
  rightsOf: (mediaId: string) => PictureRights | null;
  /** The credit line that names these, by the house's pattern; null where none can be made. */
  creditFor: (creditNames: readonly string[]) => string | null;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.,;:()©/|_–-]+/gu, ' ')
    .trim();

/** Whether a credit names somebody, whatever stands around it: as whole words, capitals and strokes aside. */
export function credits(credit: string, wanted: string): boolean {
  return ` ${plain(credit)} `.includes(` ${plain(wanted)} `);
}

const keyOf = (code: string, ...parts: (string | number)[]): string =>
  ['rights', code, ...parts].join('/').slice(0, 500);

function creditFindings({ credit, sources, creditFor }: Copy): RightsFinding[] {
  const needed = (source: LicensedSource): string => source.creditText || source.creditName;
  const missing = sources.filter((source) => needed(source) !== '' && !credits(credit, needed(source)));
  const own = sources.find(({ creditText }) => creditText !== '');
  const whole = own?.creditText ?? creditFor(sources.map(({ creditName }) => creditName).filter(Boolean));
  return missing.map((source) => ({
    key: keyOf('credit', source.sourceId, needed(source), credit),
    code: credit.trim() === '' ? 'rights-credit-missing' : 'rights-credit-other',
    about: source.name,
    ours: credit,
    theirs: needed(source),
    parameters: { theirs: needed(source), source: source.name },
    since: null,
    credit: whole === credit ? null : whole,
  }));
}

function sourceFindings({ sources }: Copy): RightsFinding[] {
  return sources.flatMap((source): RightsFinding[] => {
    const { sourceId, name, endsAt, sharePercent, takenPercent } = source;
    const common = { about: name, ours: '', theirs: '', credit: null };
    const ended: RightsFinding[] =
      endsAt === null
        ? []
        : [
            {
              ...common,
              key: keyOf('ended', sourceId, endsAt),
              code: 'rights-source-ended',
              parameters: { source: name, date: new Date(endsAt).toISOString() },
              since: endsAt,
            },
          ];
    const tooMuch = sharePercent !== null && takenPercent !== null && takenPercent > sharePercent;
    if (!tooMuch) return ended;
    const parameters = { source: name, taken: String(takenPercent), limit: String(sharePercent) };
    return [
      ...ended,
      {
        ...common,
        // Accepted for a share, it is asked about again where more is taken: in steps of ten.
        key: keyOf('share', sourceId, sharePercent, Math.ceil(takenPercent / 10) * 10),
        code: 'rights-share',
        parameters,
        since: null,
      },
    ];
  });
}

/** What of a picture in the copy, with this credit below it, is not as its rights have it; `since` tells from when on. */
export function findPictureRights(credit: string, rights: PictureRights): RightsFinding[] {
  const { mediaId, fileName: about } = rights;
  const common = { about, ours: '', theirs: '', since: null, credit: null };
  const found: RightsFinding[] = [];
  if (rights.credit !== '' && !credits(credit, rights.credit)) {
    found.push({
      ...common,
      key: keyOf('picture-credit', mediaId, rights.credit, credit),
      code: credit.trim() === '' ? 'rights-picture-credit-missing' : 'rights-picture-credit-other',
      ours: credit,
      theirs: rights.credit,
      parameters: { theirs: rights.credit, source: about },
    });
  }
  if (rights.expires !== null) {
    found.push({
      ...common,
      key: keyOf('picture-ended', mediaId, rights.expires),
      code: 'rights-picture-ended',
      theirs: rights.notice,
      parameters: { source: about, date: rights.expires },
      since: Date.parse(rights.expires),
    });
  }
  if (rights.uses === 'archive-only') {
    found.push({
      ...common,
      key: keyOf('picture-archive', mediaId),
      code: 'rights-picture-archive',
      theirs: rights.notice,
      parameters: { source: about },
    });
  }
  return found;
}

function pictureFindings({ pictures, rightsOf }: Copy): RightsFinding[] {
  return pictures.flatMap(({ mediaId, credit }) => {
    const rights = mediaId === '' ? null : rightsOf(mediaId);
    return rights === null ? [] : findPictureRights(credit, rights);
  });
}

/** Everything that is not as it was agreed, whenever it will be so: `since` tells from when on. Each once. */
export function findRights(copy: Copy): RightsFinding[] {
  const found = [...creditFindings(copy), ...sourceFindings(copy), ...pictureFindings(copy)];
  return [...new Map(found.map((one) => [one.key, one])).values()];
}

export type LicenceState = 'ended' | 'soon' | 'running' | 'open';

/** Days before its end in which a licence is told as ending soon. */
export const SOON_DAYS = 30;

/** How a licence stands at `now` (milliseconds since 1970): `open` where it has no end. */
export function licenceState(endsAt: number | null, now: number): LicenceState {
  if (endsAt === null) return 'open';
  if (endsAt <= now) return 'ended';
  return endsAt - now <= SOON_DAYS * 86_400_000 ? 'soon' : 'running';
}
