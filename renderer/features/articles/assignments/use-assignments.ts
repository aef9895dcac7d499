/** Sending, finishing and taking an article, each with its way back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Article, ArticleState } from '../../../../shared/contract/articles.ts';
import type { Recipient } from '../../../../shared/contract/people.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { showToast } from '../../../ui/toast.ts';
import { useRecipientName } from '../../../trail-words.ts';

export interface Sending {
  to: Recipient;
  note: string;
  /** The state it goes to with it; undefined where that stays. */
  state?: Exclude<ArticleState, 'published'>;
}

export interface AssignmentActions {
  /** Answers whether it was sent. */
  send: (sending: Sending) => Promise<boolean>;
  finish: (assignmentId: string) => void;
  /** Takes the article over: it lies with who sits here from then on. */
  take: () => void;
  busy: boolean;
}

/** `before` is awaited first (what goes is what is stored); `onChanged` gets what the article is then. */
export function useAssignments(
  articleId: string,
  { before, onChanged }: { before?: () => Promise<unknown>; onChanged?: (article: Article) => void } = {},
): AssignmentActions {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const recipientName = useRecipientName();
  const { current } = usePeople();
  const { assignments } = client.articles;

  function settle(article: Article): void {
    onChanged?.(article);
    for (const key of [
      queries.articles.list.key(),
      queries.articles.assignments.key(),
      queries.articles.activity.key(),
    ]) {
      void queryClient.invalidateQueries({ queryKey: key });
    }
  }
  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  const undo = useMutation({
    mutationFn: (assignmentId: string) => assignments.undo({ assignmentId }),
    onSuccess(article) {
      settle(article);
      showToast(translate('assign.undone'));
    },
    onError: tell,
  });
  function offerUndo(text: string, assignmentId: string | undefined): void {
    const run = (): void => {
      if (assignmentId !== undefined) undo.mutate(assignmentId);
    };
    showToast(text, { action: { label: translate('ui.undo'), run } });
  }

  const send = useMutation({
    async mutationFn(sending: Sending) {
      await before?.();
      return assignments.send({ articleId, ...sending });
    },
    onSuccess(article, { to }) {
      settle(article);
      const mine = to.kind === 'person' && to.personId === current?.personId;
      const text = mine ? translate('assign.taken') : translate('assign.sent', { name: recipientName(to) });
      offerUndo(text, article.assignment?.assignmentId);
    },
    onError: tell,
  });
  const finish = useMutation({
    mutationFn: (_assignmentId: string) => assignments.finish({ articleId }),
    onSuccess(article, assignmentId) {
      settle(article);
      offerUndo(translate('assign.finished'), assignmentId);
    },
    onError: tell,
  });

  return {
    send: (sending) =>
      send.mutateAsync(sending).then(
        () => true,
        () => false,
      ),
    finish: (assignmentId) => finish.mutate(assignmentId),
    take() {
      if (current !== null) send.mutate({ to: { kind: 'person', personId: current.personId }, note: '' });
    },
    busy: send.isPending || finish.isPending || undo.isPending,
  };
}
