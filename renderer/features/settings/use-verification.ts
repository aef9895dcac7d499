import { useRef, useState } from 'react';
import type { Verification } from '../../../shared/contract/publishing.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';

/** `connection`: whether it takes deliveries; `files`: whether what was put there is there. */
type About = 'connection' | 'files';

export type VerificationState =
  | { status: 'idle' }
  | { status: 'running'; about: About }
  | { status: 'failed'; words: string }
  | { status: 'done'; about: About; verification: Verification };

interface Tried {
  id?: string;
  configuration: TargetConfiguration;
  secret?: string;
}

/**
 * *Uji sambungan* tries a target, saved or still being typed; *Periksa situs* looks through what was put there. The answer
 * to the latest of them counts.
 */
export function useVerification(): {
  state: VerificationState;
  verify: (tried: Tried) => void;
  inspect: (id: string) => void;
  forget: () => void;
} {
  const { client } = useCore();
  const translate = useTranslate();
  const [state, setState] = useState<VerificationState>({ status: 'idle' });
  const latest = useRef(0);

  async function run(about: About, ask: () => Promise<Verification>): Promise<void> {
    latest.current += 1;
    const mine = latest.current;
    const tell = (next: VerificationState): void => {
      if (mine === latest.current) setState(next);
    };
    tell({ status: 'running', about });
    try {
      tell({ status: 'done', about, verification: await ask() });
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      tell({ status: 'failed', words: translate(key, parameters) });
    }
  }

  return {
    state,
    verify: (tried) => void run('connection', () => client.publishing.targets.verify(tried)),
    inspect: (id) => void run('files', () => client.publishing.targets.inspect({ id })),
    forget: () => {
      latest.current += 1;
      setState({ status: 'idle' });
    },
  };
}
