/** Findings and sentences of a text, placed where the text stands on screen. */
import type { Finding, Segment } from '../../../../shared/contract/checks.ts';
import type { AlignedSentence } from '../../../../shared/contract/provenance.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import type { BlockMarks, MarkLook } from '../../../editor/extensions/marks/marks-extension.ts';
import type { CopyPlace } from '../../../editor/extensions/marks/places.ts';
import type { Line } from './checked-lines.ts';

/** A finding and where it stands. */
export interface PlacedFinding extends Finding {
  /** Tells it from others on screen. */
  id: string;
  /** Null: in a field around the body, named by `property` of the place. */
  place: CopyPlace | { block: null; property: string; start: number; end: number };
  /** The words around it. */
  before: string;
  after: string;
}

/** A block with where each of its sentences came from. */
export interface AlignedBlock {
  block: string;
  json: BlockNode;
  sentences: readonly (AlignedSentence & { place: CopyPlace; text: string })[];
}

interface Presented {
  findings: PlacedFinding[];
  marks: BlockMarks['marks'];
}

const LOOKS: Readonly<Record<Finding['check'], MarkLook>> = {
  placeholder: 'error',
  fidelity: 'error',
  date: 'error',
  spelling: 'error',
  style: 'advice',
  foreign: 'advice',
  typing: 'advice',
  picture: 'hint',
  length: 'hint',
  link: 'error',
};

function placeOf({ block, json }: Line, segment: Segment, { start, end }: Finding): PlacedFinding['place'] {
  if (json === null) return { block: null, property: segment.property ?? '', start, end };
  return { block, path: segment.path, property: segment.property, start, end };
}

/** Null where the text is not as it was when it was checked. */
export function placed(line: Line, finding: Finding): PlacedFinding | null {
  const segment = line.segments[finding.segment];
  if (segment === undefined) return null;
  const { start, end } = finding;
  return {
    ...finding,
    id: [line.block, segment.path.join('.'), segment.property ?? '', start, finding.code, finding.text].join(
      '|',
    ),
    place: placeOf(line, segment, finding),
    before: segment.text.slice(Math.max(0, start - 40), start),
    after: segment.text.slice(end, end + 40),
  };
}

function marksFor(line: Line, findings: readonly Finding[]): BlockMarks['marks'] {
  return findings.flatMap((finding) => {
    const segment = line.segments[finding.segment];
    if (segment === undefined || segment.property !== null || finding.check === 'length') return [];
    const { start, end } = finding;
    const look = finding.evidence?.advisory === true ? 'hint' : LOOKS[finding.check];
    return [{ block: line.block, path: segment.path, property: null, start, end, look }];
  });
}

/** Whatever is asked about the same values gives the same values, so that what is on screen need not be drawn anew. */
export function createPresenter() {
  const ofFindings = new WeakMap<Finding[], Map<string, Presented>>();
  const ofSentences = new WeakMap<AlignedSentence[], Map<string, AlignedBlock>>();
  const pairs = new WeakMap<Finding[], { second: Finding[]; both: Finding[] }>();

  return {
    /** Both in one list. */
    joined(first: Finding[], second: Finding[]): Finding[] {
      if (second.length === 0) return first;
      const before = pairs.get(first);
      if (before?.second === second) return before.both;
      const both = [...first, ...second];
      pairs.set(first, { second, both });
      return both;
    },

    findings(line: Line, findings: Finding[]): Presented {
      const byBlock = ofFindings.get(findings) ?? new Map<string, Presented>();
      ofFindings.set(findings, byBlock);
      let known = byBlock.get(line.block);
      if (known === undefined) {
        known = {
          findings: findings.flatMap((finding) => placed(line, finding) ?? []),
          marks: marksFor(line, findings),
        };
        byBlock.set(line.block, known);
      }
      return known;
    },

    aligned(line: Line, json: BlockNode, sentences: AlignedSentence[]): AlignedBlock {
      const byBlock = ofSentences.get(sentences) ?? new Map<string, AlignedBlock>();
      ofSentences.set(sentences, byBlock);
      let known = byBlock.get(line.block);
      if (known?.json !== json) {
        const { block } = line;
        known = {
          block,
          json,
          sentences: sentences.flatMap((sentence) => {
            const segment = line.segments[sentence.segment];
            if (segment === undefined || segment.property !== null) return [];
            const text = segment.text.slice(sentence.start, sentence.end);
            const end = sentence.start + text.trimEnd().length;
            const place = { block, path: segment.path, property: null, start: sentence.start, end };
            return [{ ...sentence, place, text }];
          }),
        };
        byBlock.set(line.block, known);
      }
      return known;
    },
  };
}
