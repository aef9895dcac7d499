import type { Comment, CommentStatus } from '../../../shared/contract/comments.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { useRefusal } from '../../people.ts';
import { showToast } from '../../ui/toast.ts';
import { changeShownComments, chooseNone } from './comments-view.ts';

export interface Moderation {
  /** Why who sits here may not decide, in words that say who may; null where they may. */
  refusal: string | null;
  /** Decides the comments at once; one step in the message takes it back. */
  decide: (comments: readonly Comment[], to: CommentStatus) => void;
  reply: (comment: Comment, text: string) => Promise<boolean>;
  markComplaint: (comment: Comment, note: string, receivedAt: string) => void;
  settleComplaint: (comment: Comment, answer: string) => void;
  reopenComplaint: (comment: Comment) => void;
  unmarkComplaint: (comment: Comment) => void;
}

/** What can be done with comments, and the doing of it. The lists follow by the core's event. */
export function useModeration(): Moderation {
  const { client } = useCore();
  const translate = useTranslate();
  const refusal = useRefusal('moderate');

  async function run(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
      return false;
    }
  }

  function withUndo(text: string, undo: () => Promise<unknown>): void {
    showToast(text, {
      action: { label: translate('ui.undo'), run: () => void run(async () => void (await undo())) },
    });
  }

  return {
    refusal,
    decide(comments, to) {
      const changes = comments.map(({ commentId }) => ({ commentId, to }));
      void run(async () => {
        const { undo } = await client.comments.moderate({ changes });
        chooseNone();
        if (undo.length === 0) return;
        withUndo(translate(`comments.done.${to}`, { count: undo.length }), async () => {
          await client.comments.moderate({ changes: undo });
          const [first] = undo;
          if (first !== undefined)
            changeShownComments({ selected: { commentId: first.commentId, index: 0 } });
        });
      });
    },
    reply: ({ commentId }, text) =>
      run(async () => {
        await client.comments.reply({ commentId, replyId: crypto.randomUUID(), text });
        showToast(translate('comments.reply.queued'));
      }),
    markComplaint({ commentId }, note, receivedAt) {
      void run(async () => {
        await client.comments.markComplaint({ commentId, note, receivedAt });
        const text = translate('comments.complaint.marked');
        if (refusal === null) withUndo(text, () => client.comments.unmarkComplaint({ commentId }));
        else showToast(text);
      });
    },
    settleComplaint({ commentId }, answer) {
      void run(async () => {
        await client.comments.settleComplaint({ commentId, answer });
        withUndo(translate('comments.complaint.settled'), () =>
          client.comments.reopenComplaint({ commentId }),
        );
      });
    },
    reopenComplaint: ({ commentId }) =>
      void run(async () => void (await client.comments.reopenComplaint({ commentId }))),
    unmarkComplaint({ commentId, complaint }) {
      if (complaint === null) return;
      const { note, receivedAt, doneAt, answer } = complaint;
      void run(async () => {
        await client.comments.unmarkComplaint({ commentId });
        withUndo(translate('comments.complaint.unmarked'), async () => {
          await client.comments.markComplaint({ commentId, note, receivedAt });
          if (doneAt !== null) await client.comments.settleComplaint({ commentId, answer });
        });
      });
    },
  };
}
