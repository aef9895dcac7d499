/** The worker that holds copy against its sources, away from the core's thread. */
import { parentPort } from 'node:worker_threads';
import type { SourceOfSentences } from '../../../shared/contract/provenance.ts';
import { createFidelity, type Fidelity } from '../../../shared/provenance/fidelity.ts';
import { giveWay } from '../give-way.ts';
import type { Numbered } from '../kept-worker.ts';
import type { FidelityResult, FidelityTask } from './fidelity-worker-messages.ts';

const port = parentPort;
if (port === null) throw new Error('fidelity-worker runs as a worker thread');

giveWay();

/** Articles one goes back and forth between. */
const MOST_REMEMBERED = 6;

/** The one used last stands last. */
const remembered = new Map<string, Fidelity>();

function remember(stamp: string, fidelity: Fidelity): void {
  remembered.delete(stamp);
  remembered.set(stamp, fidelity);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

function sentencesOf({ sources }: Fidelity): SourceOfSentences[] {
  return sources.map(({ sourceId, name, headline, standing, language, sentences, paragraphOf }) => ({
    sourceId,
    name,
    headline,
    standing,
    language,
    sentences: sentences.map((text, at) => ({ text, paragraph: paragraphOf[at] ?? 0 })),
  }));
}

function answer(task: FidelityTask): FidelityResult {
  const known = remembered.get(task.stamp);
  if (task.kind === 'read') {
    const fidelity = known ?? createFidelity(task.sources);
    remember(task.stamp, fidelity);
    return { kind: 'read', sources: sentencesOf(fidelity) };
  }
  if (known === undefined) return { kind: 'sources-unknown' };
  remember(task.stamp, known);
  return { kind: 'check', blocks: known.check(task.blocks) };
}

port.on('message', ({ number, content }: Numbered<FidelityTask>) => {
  port.postMessage({ number, content: answer(content) } satisfies Numbered<FidelityResult>);
});
