import { useRef, useState } from 'react';
import type { Verification } from '../../../shared/contract/publishing.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';

export type VerificationState =
  | { status: 'idle' }
  | { status: 'running' }
  | { status: 'failed'; words: string }
  | { status: 'done'; verification: Verification };

interface Tried {
  id?: string;
  configuration: TargetConfiguration;
  secret?: string;
}

/** *Uji sambungan*: tries a target, saved or still being typed. The answer to the latest test counts. */
export function useVerification(): {
  state: VerificationState;
  verify: (tried: Tried) => void;
  forget: () => void;
} {
  const { client } = useCore();
  const translate = useTranslate();
  const [state, setState] = useState<VerificationState>({ status: 'idle' });
  const latest = useRef(0);

  async function run(tried: Tried): Promise<void> {
    latest.current += 1;
    const mine = latest.current;
    const tell = (next: VerificationState): void => {
      if (mine === latest.current) setState(next);
    };
    tell({ status: 'running' });
    try {
      tell({ status: 'done', verification: await client.publishing.targets.verify(tried) });
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      tell({ status: 'failed', words: translate(key, parameters) });
    }
  }

  return {
    state,
    verify: (tried) => void run(tried),
    forget: () => {
      latest.current += 1;
      setState({ status: 'idle' });
    },
  };
}
