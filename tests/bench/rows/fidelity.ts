/** Copy beside its sources: how long it takes to tell where sentences came from, and how well what is wrong is found. */
import { FIDELITY_KINDS } from '../../../shared/contract/checks.ts';
import { createFidelity } from '../../../shared/provenance/fidelity.ts';
import { judge } from '../../fidelity/judge.ts';
import { loadDrafts, splitDrafts } from '../../fidelity/load-drafts.ts';
import type { RowGroup } from '../row.ts';
import { median } from '../statistics.ts';
import { createWriter, type Writer } from '../synthetic.ts';

const SOURCES = 5;
const SOURCE_WORDS = 1_000;
const DRAFT_SENTENCES = 110;
const SENTENCE_WORDS = 18;
const ROUNDS = 15;
const OFFICES = ['kepala dinas perdagangan', 'direktur operasi', 'ketua kelompok tani', 'bupati setempat'];

/** A sentence as news has them: every fourth quotes somebody, every fourth has an amount and a day. */
function newsSentence(writer: Writer, at: number): string {
  const opening = (words: number): string => {
    const text = writer.words(words);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  if (at % 4 === 0) return `“${opening(SENTENCE_WORDS - 4)},” kata ${OFFICES[(at / 4) % OFFICES.length]}.`;
  if (at % 4 === 1) {
    const amount = `Rp${100 + at},${1 + (at % 9)} miliar pada ${1 + (at % 28)} November`;
    return `${opening(SENTENCE_WORDS - 6)} sebesar ${amount}.`;
  }
  return `${opening(SENTENCE_WORDS)}.`;
}

/** Words of a sentence that a desk puts otherwise: every sixth. */
function touchedUp(sentence: string): string {
  return sentence
    .split(' ')
    .map((word, at) => (at % 6 === 5 ? 'lain' : word))
    .join(' ');
}

export const group: RowGroup = {
  rows: [
    {
      name: 'alignment',
      what: 'a draft of 2,000 words held against five sources it has not met: where every sentence came from, and the findings',
      unit: 'ms',
      budget: { most: 150 },
    },
    {
      name: 'alignment-update',
      what: 'the paragraph one has changed a word of in that draft, a quotation, held against them again',
      unit: 'ms',
      budget: { most: 30 },
    },
    ...FIDELITY_KINDS.flatMap((kind) => [
      {
        name: `fidelity-${kind}-precision`,
        what: `findings of the kind "${kind}" in the untouched half of the labelled drafts: how many are right`,
        unit: '%' as const,
        budget: { least: 90 },
      },
      {
        name: `fidelity-${kind}-recall`,
        what: `what is labelled "${kind}" there: how much is found`,
        unit: '%' as const,
        budget: { least: kind === 'quote' || kind === 'figure' ? 98 : 90 },
      },
    ]),
  ],
  how: `the drafts of \`tests/fidelity\` are parted by a seed, stories whole; the half that was never tuned on is judged (its drafts are not named, to stay so). The
times are those of the worker's own work on five sources of 1,000 synthetic words each (every fourth sentence a quotation, every
fourth with an amount and a day), medians: reading the sources is part of the first.`,
  measure({ short, say }) {
    const { tuning, untouched } = splitDrafts(loadDrafts());
    for (const [name, half] of Object.entries({ tuning, untouched })) {
      const { kinds } = judge(half);
      for (const kind of FIDELITY_KINDS) {
        const { precision, recall, labelled } = kinds[kind];
        const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
        say(
          `  ${name}, ${kind}: precision ${percent(precision)}, recall ${percent(recall)} of ${labelled} labelled`,
        );
      }
    }
    const { kinds } = judge(untouched);

    const writer = createWriter(11);
    const whole: number[] = [];
    const updates: number[] = [];
    for (let round = -1; round < (short ? 4 : ROUNDS); round += 1) {
      const sentences = Array.from({ length: SOURCES }, () =>
        Array.from({ length: SOURCE_WORDS / SENTENCE_WORDS }, (_none, at) => newsSentence(writer, at)),
      );
      const sources = sentences.map((copy, at) => ({
        sourceId: String(at),
        name: String(at),
        headline: '',
        text: copy.join('\n'),
        standing: 'usable' as const,
        time: { at: Date.parse('2026-11-18T10:00:00+07:00'), offsetMinutes: 420 },
      }));
      const draft = Array.from({ length: DRAFT_SENTENCES }, (_none, at) => {
        const copy = sentences[at % SOURCES]?.[at % 50] ?? '';
        return [copy, touchedUp(copy), newsSentence(writer, at)][at % 3] ?? '';
      });
      const blockOf = (text: string, at: number) => ({
        id: String(at),
        segments: [
          { kind: 'text' as const, text, italics: [], links: [], path: [], property: null, about: '' },
        ],
      });
      const started = performance.now();
      const fidelity = createFidelity(sources);
      fidelity.check(draft.map(blockOf));
      const read = performance.now();
      // A quotation that was altered before: nothing like it is remembered.
      fidelity.check([blockOf((draft[4] ?? '').replace('lain', 'baru'), 4)]);
      if (round < 0) continue;
      whole.push(read - started);
      updates.push(performance.now() - read);
    }
    const shares = FIDELITY_KINDS.flatMap((kind) => [
      [`fidelity-${kind}-precision`, { ours: kinds[kind].precision * 100 }] as const,
      [`fidelity-${kind}-recall`, { ours: kinds[kind].recall * 100 }] as const,
    ]);
    return Promise.resolve({
      alignment: { ours: median(whole) },
      'alignment-update': { ours: median(updates) },
      ...Object.fromEntries(shares),
    });
  },
};
