/** What an entry of the record says, out of what is known of the publication. Pure. */
import type { Activity } from '../../../shared/contract/activity.ts';
import type { Finding } from '../../../shared/contract/checks.ts';
import type { RightsFinding } from '../../../shared/contract/rights.ts';
import type { SourceOfSentences } from '../../../shared/contract/provenance.ts';
import type {
  RecordContent,
  RecordedAlignment,
  RecordedAnswer,
  RecordedFinding,
  RecordedPerson,
} from '../../../shared/contract/record.ts';
import type { AlignedSentence, CheckedFidelity } from '../../../shared/provenance/fidelity.ts';
import type { PinnedEvidence } from './evidence.ts';

const noSentences = { verbatim: 0, edited: 0, rewritten: 0, new: 0 };

export const NOTHING_ALIGNED: Omit<RecordedAlignment, 'state'> = { sentences: noSentences, sources: [] };

/** How many sentences came from where: each counts for the source it is most like. */
export function summariseAlignment(
  blocks: readonly CheckedFidelity[],
  sources: readonly SourceOfSentences[],
): RecordedAlignment {
  const sentences: AlignedSentence[] = blocks.flatMap((block) => block.sentences);
  const total = { ...noSentences };
  for (const { kind } of sentences) total[kind] += 1;
  return {
    state: 'checked',
    sentences: total,
    sources: sources.map(({ sourceId, sentences: theirs }) => {
      const from = { verbatim: 0, edited: 0, rewritten: 0 };
      const used = new Set<number>();
      for (const { sources: alike } of sentences) {
        const [best] = alike;
        if (best?.sourceId === sourceId) from[best.kind] += 1;
        for (const one of alike) if (one.sourceId === sourceId) used.add(one.sentence);
      }
      return { sourceId, ...from, used: used.size, outOf: theirs.length };
    }),
  };
}

function answerOf(key: string, { accepted, ignored }: PinnedEvidence): RecordedAnswer {
  const acceptance = accepted.find((one) => one.key === key);
  if (acceptance) {
    const { note, person, at } = acceptance;
    return { kind: 'accepted', note, person, at };
  }
  const decision = ignored.find((one) => one.key === key);
  return decision ? { kind: 'ignored', person: decision.person, at: decision.at } : { kind: 'open' };
}

export function recordFindings(findings: readonly Finding[], pinned: PinnedEvidence): RecordedFinding[] {
  return findings.map((finding) => ({
    code: finding.code,
    parameters: finding.parameters,
    words: finding.text,
    source: finding.evidence?.source ?? null,
    answer: finding.evidence?.advisory === true ? { kind: 'advisory' } : answerOf(finding.key, pinned),
  }));
}

/** What was not as the licences have it at `now` (milliseconds since 1970). */
export function recordRights(
  findings: readonly RightsFinding[],
  pinned: PinnedEvidence,
  now: number,
): RecordedFinding[] {
  return findings
    .filter(({ since }) => since === null || since <= now)
    .map(({ key, code, parameters, about, ours, theirs }) => ({
      code,
      parameters,
      words: ours,
      source: theirs === '' ? null : { sourceId: '', name: about, sentence: theirs, words: theirs },
      answer: answerOf(key, pinned),
    }));
}

function eachOnce(people: readonly RecordedPerson[]): RecordedPerson[] {
  const known = new Map(people.map((person) => [person.personId ?? `code:${person.code}`, person]));
  return [...known.values()].filter(({ personId, code }) => personId !== null || code !== '');
}

/**
 * Who had a hand in it: `wrote` began it, `edited` saved copy of it, `approved` moved it to ready, `published` asked for
 * this delivery. `trail` and `revisions` in any order.
 */
export function peopleOf({
  trail,
  revisions,
  editor,
  published,
  personOf,
}: {
  trail: readonly Activity[];
  revisions: readonly { reason: string; personId: string | null; personCode: string }[];
  editor: RecordedPerson;
  published: RecordedPerson;
  personOf: (personId: string | null, code?: string) => RecordedPerson;
}): RecordContent['people'] {
  const by = (wanted: (line: Activity) => boolean): RecordedPerson[] =>
    eachOnce(trail.filter(wanted).map(({ personId }) => personOf(personId)));
  const cutFor = (...reasons: string[]): RecordedPerson[] =>
    revisions
      .filter(({ reason }) => reasons.includes(reason))
      .map(({ personId, personCode }) => personOf(personId, personCode));
  return {
    wrote: eachOnce(cutFor('created')),
    edited: eachOnce([...cutFor('editing', 'named', 'restore'), editor]),
    approved: by(({ entry }) => entry.kind === 'state' && entry.to === 'ready'),
    published: eachOnce([published]),
  };
}
