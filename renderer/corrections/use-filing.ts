/** Filing something about a story: what is typed is stored first, a click sent twice is filed once, refusals are told. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CorrectionEntry } from '../../shared/contract/corrections.ts';
import type { MessageKey } from '../../shared/i18n/translate.ts';
import { useCore } from '../core-client/core-client.ts';
import { errorMessage } from '../core-client/core-error.ts';
import { useTranslate } from '../i18n.ts';
import { useOpenFindingsWords } from '../open-findings.ts';
import { showToast } from '../ui/toast.ts';

export interface Filing {
  articleId: string;
  requestId: string;
  known: number;
}

/** What was said of a story so far, and what the form begins with. */
export function useCorrectionsOf(articleId: string) {
  const { queries } = useCore();
  return useQuery(queries.corrections.of.queryOptions({ input: { articleId }, staleTime: 0 }));
}

export function useFiling<Input>(
  send: (input: Input) => Promise<CorrectionEntry>,
  { told, onFiled }: { told: MessageKey; onFiled: () => void },
) {
  const translate = useTranslate();
  const [requestId] = useState(() => crypto.randomUUID());
  const openWords = useOpenFindingsWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const sending = useMutation({
    mutationFn: send,
    onSuccess() {
      showToast(translate(told));
      onFiled();
    },
    onError(error) {
      const { key, parameters } = errorMessage(error);
      const open = openWords(error);
      setAsks(open !== null);
      setProblem(open ?? translate(key, parameters));
    },
  });
  return {
    requestId,
    problem,
    /** It was refused for findings nobody has answered alone: filing it again says yes to them. */
    asks,
    busy: sending.isPending,
    send: (input: Input) => sending.mutate(input),
  };
}
