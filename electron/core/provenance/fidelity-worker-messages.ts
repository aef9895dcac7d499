/** What the core and the worker that holds copy against its sources say to each other. */
import type { CheckedBlock } from '../../../shared/contract/checks.ts';
import type { SourceOfSentences } from '../../../shared/contract/provenance.ts';
import type { CheckedFidelity } from '../../../shared/provenance/fidelity.ts';
import type { SourceInput } from '../../../shared/provenance/source-copy.ts';

/** `stamp` names a set of sources; the worker remembers those it read last. */
export type FidelityTask =
  | { kind: 'read'; stamp: string; sources: SourceInput[] }
  | { kind: 'check'; stamp: string; blocks: CheckedBlock[] };

export type FidelityResult =
  | { kind: 'read'; sources: SourceOfSentences[] }
  | { kind: 'check'; blocks: CheckedFidelity[] }
  /** It does not remember them: `read` comes first. */
  | { kind: 'sources-unknown' };
