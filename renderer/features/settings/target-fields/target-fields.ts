/** What the fields of every kind of target are given. */
import type { TargetConfiguration } from '../../../../shared/contract/target-configuration.ts';
import type { TargetDraftField } from '../target-draft.ts';

export interface TargetFieldsProps<Configuration extends TargetConfiguration> {
  configuration: Configuration;
  onChange: (configuration: Configuration) => void;
  told: Told;
  secret: SecretState;
}

/** What is wrong with a field, in words; null where nothing is, or nobody has tried yet. */
export type Told = (field: TargetDraftField) => string | null;

/** A password or key that is being typed; what is stored is never shown. */
export interface SecretState {
  typed: string;
  /** One is stored that would be used. */
  stored: boolean;
  /** One is stored, but for another place. */
  moved: boolean;
  onType: (typed: string) => void;
}
