/** The labelled drafts put to the checks of fidelity, and what comes of it by kind. */
import {
  FIDELITY_KINDS,
  type Finding,
  type FidelityKind,
  type Segment,
} from '../../shared/contract/checks.ts';
import { createFidelity } from '../../shared/provenance/fidelity.ts';
import { aroundBlock } from '../../shared/checks/around-block.ts';
import { segmentsOfBlock } from '../../shared/checks/segments.ts';
import { quote, text as textNode } from '../../shared/document/build.ts';
import type { Label } from './edits.ts';
import type { LabelledDraft } from './load-drafts.ts';

export interface KindJudgement {
  /** Of what is told, how much is labelled: 0 to 1. */
  precision: number;
  /** Of what is labelled, how much is told: 0 to 1. */
  recall: number;
  told: number;
  labelled: number;
}

export interface Judgement {
  kinds: Record<FidelityKind, KindJudgement>;
  wrong: { draft: LabelledDraft; finding: Finding }[];
  missed: { draft: LabelledDraft; label: Label }[];
}

interface PlacedFinding {
  paragraph: number;
  finding: Finding;
}

const plain = (kind: Segment['kind'], text: string, property: string | null): Segment => ({
  kind,
  text,
  italics: [],
  links: [],
  path: [],
  property,
  about: '',
});

/** Paragraphs first, then what stands beside them. */
function textsOf({ paragraphs, pullQuotes = [] }: LabelledDraft): string[] {
  return [...paragraphs, ...pullQuotes.map(({ text }) => text)];
}

function findingsOf({
  sources,
  paragraphs,
  blockQuotes = [],
  pullQuotes = [],
}: LabelledDraft): PlacedFinding[] {
  const fidelity = createFidelity(
    sources.map(({ name, at, headline, paragraphs: copy, blockQuotes: quoted = [], status }) => ({
      sourceId: name,
      name,
      headline,
      text: copy.join('\n'),
      blockQuotes: quoted.flatMap((position) => copy[position] ?? []),
      standing: status === 'usable' ? 'usable' : 'withheld',
      time: { at: Date.parse(at), offsetMinutes: 420 },
    })),
  );
  const blocks = [
    ...paragraphs.map((text, at) =>
      blockQuotes.includes(at) ? segmentsOfBlock(quote([textNode(text)])) : [plain('text', text, null)],
    ),
    ...pullQuotes.map(({ text, attribution }) => [
      plain('text', text, null),
      plain('label', attribution, 'attribution'),
    ]),
  ].map((segments, at, all) => ({
    id: String(at),
    segments,
    ...aroundBlock(
      all.map((one) => ({ segments: one })),
      at,
    ),
  }));
  return fidelity
    .check(blocks)
    .flatMap(({ findings }, paragraph) => findings.map((finding) => ({ paragraph, finding })));
}

function touches(draft: LabelledDraft, { paragraph, finding }: PlacedFinding, { words }: Label): boolean {
  const start = textsOf(draft)[paragraph]?.indexOf(words) ?? -1;
  return start !== -1 && finding.start < start + words.length && start < finding.end;
}

export function judge(drafts: readonly LabelledDraft[]): Judgement {
  const judgement: Judgement = {
    kinds: Object.fromEntries(
      FIDELITY_KINDS.map((kind) => [kind, { precision: 1, recall: 1, told: 0, labelled: 0 }]),
    ) as Judgement['kinds'],
    wrong: [],
    missed: [],
  };
  const right = Object.fromEntries(FIDELITY_KINDS.map((kind) => [kind, { told: 0, labelled: 0 }])) as Record<
    FidelityKind,
    { told: number; labelled: number }
  >;
  for (const draft of drafts) {
    const placed = findingsOf(draft);
    const answers = (one: PlacedFinding, label: Label): boolean =>
      (label.kind === one.finding.evidence?.kind || label.or === one.finding.evidence?.kind) &&
      touches(draft, one, label);
    for (const one of placed) {
      const kind = one.finding.evidence?.kind ?? 'quote';
      judgement.kinds[kind].told += 1;
      if (draft.wrong.some((label) => answers(one, label))) right[kind].told += 1;
      else judgement.wrong.push({ draft, finding: one.finding });
    }
    for (const label of draft.wrong) {
      judgement.kinds[label.kind].labelled += 1;
      if (placed.some((one) => answers(one, label))) right[label.kind].labelled += 1;
      else judgement.missed.push({ draft, label });
    }
  }
  for (const kind of FIDELITY_KINDS) {
    const of = judgement.kinds[kind];
    of.precision = of.told === 0 ? 1 : right[kind].told / of.told;
    of.recall = of.labelled === 0 ? 1 : right[kind].labelled / of.labelled;
  }
  return judgement;
}
