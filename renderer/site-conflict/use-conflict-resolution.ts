import { useRef, useState } from 'react';
import type { Delivery } from '../../shared/contract/publishing.ts';
import type { PublishingConflict } from '../../shared/contract/target-posts.ts';
import { useCore } from '../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../core-client/core-error.ts';
import { useTranslate } from '../i18n.ts';
import { useOpenFindingsWords } from '../open-findings.ts';
import { showToast } from '../ui/toast.ts';
import { merge, type Choices, type ConflictParts } from './conflict-parts.ts';

/**
 * Takes a decision up: first the article is saved as decided (what stood there before is kept as a revision), then the
 * conflict is settled, and with `send` the article goes out. Repeating it after a lost answer does nothing twice.
 */
export function useConflictResolution({
  conflict,
  parts,
  choices,
  onSettled,
  onStale,
}: {
  conflict: PublishingConflict;
  parts: ConflictParts;
  choices: Choices;
  /** What became of it: the delivery that goes on, or the one that was settled. */
  onSettled: (delivery: Delivery) => void;
  onStale: () => void;
}): {
  busy: boolean;
  refusal: string | null;
  /** It was refused for findings nobody has answered alone: sending again says yes to them. */
  asks: boolean;
  resolve: (then: 'send' | 'keep') => void;
} {
  const { client } = useCore();
  const translate = useTranslate();
  const openWords = useOpenFindingsWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const ids = useRef({ mutationId: crypto.randomUUID(), requestId: crypto.randomUUID() });
  const { deliveryId, articleId, seen, workingBase, targetName: target } = conflict;

  async function run(then: 'send' | 'keep'): Promise<void> {
    const { fields, document, isOurs } = merge(conflict, parts, choices);
    if (!isOurs) {
      const { mutationId } = ids.current;
      await client.articles.saveDraft({ articleId, base: workingBase, mutationId, fields, document });
    }
    const settled = await client.publishing.settleConflict({
      deliveryId,
      seen,
      send: then === 'send',
      requestId: ids.current.requestId,
      despiteFindings: asks,
    });
    showToast(translate(then === 'send' ? 'conflict.site.sent.done' : 'conflict.site.kept', { target }));
    onSettled(settled);
  }

  return {
    busy,
    refusal,
    asks,
    resolve(then) {
      setBusy(true);
      setRefusal(null);
      run(then).catch((error: unknown) => {
        const { key, parameters } = errorMessage(error);
        const open = openWords(error);
        setAsks(open !== null);
        setRefusal(open ?? translate(key, parameters));
        setBusy(false);
        if (typedCoreError(error)?.code === 'DRAFT_CONFLICT') onStale();
      });
    },
  };
}
