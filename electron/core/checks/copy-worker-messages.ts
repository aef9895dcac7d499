/** What the core and the worker that checks copy say to each other. */
import type { CheckedFindings, HouseChoices } from '../../../shared/checks/check-copy.ts';
import type { CheckContext } from '../../../shared/checks/found.ts';
import type { CheckedBlock, DictionaryCondition } from '../../../shared/contract/checks.ts';
import type { ExampleVerdict, RuleSource } from '../../../shared/contract/house-rules.ts';

export interface CopyWorkerStart {
  dataFolder: string;
}

export type CopyTask =
  | { kind: 'configure'; rules: RuleSource[]; choices: HouseChoices; ownWords: string[] }
  | { kind: 'check'; blocks: CheckedBlock[]; context: CheckContext }
  | { kind: 'try'; rule: RuleSource; context: CheckContext }
  | { kind: 'suggest'; word: string };

export type CopyResult =
  | { kind: 'configure'; conditions: DictionaryCondition[] }
  | { kind: 'check'; blocks: CheckedFindings[] }
  | { kind: 'try'; verdicts: ExampleVerdict[] }
  | { kind: 'suggest'; words: string[] };
