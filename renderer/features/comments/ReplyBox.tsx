import { useState, type ReactElement, type Ref } from 'react';
import type { Comment } from '../../../shared/contract/comments.ts';
import { useTranslate } from '../../i18n.ts';
import { usePeople } from '../../people.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { Send } from '../../ui/icons/icons.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { Moderation } from './use-moderation.ts';
import styles from './CommentDetail.module.css';

interface ReplyBoxProps {
  comment: Comment;
  moderation: Moderation;
  ref: Ref<HTMLTextAreaElement>;
}

const tones = { queued: 'plain', sent: 'green', failed: 'red' } as const;

/** The newsroom's replies so far, and a new one. Ctrl (⌘) + Enter sends it. */
export function ReplyBox({ comment, moderation, ref }: ReplyBoxProps): ReactElement {
  const translate = useTranslate();
  const { nameOf } = usePeople();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);

  async function send(): Promise<void> {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    if (await moderation.reply(comment, text.trim())) setText('');
    setBusy(false);
  }

  return (
    <>
      {comment.replies.map((reply) => (
        <section key={reply.replyId} className={styles.reply} aria-label={translate('comments.reply.by')}>
          <div className={styles.boxHead}>
            <h2>{translate('comments.reply.by')}</h2>
            <span>{nameOf(reply.personId)}</span>
            <RelativeTime value={reply.createdAt} />
            <Badge tone={tones[reply.state]}>{translate(`comments.reply.state.${reply.state}`)}</Badge>
          </div>
          <p className={styles.note}>{reply.text}</p>
          {reply.error !== null && (
            <p className={styles.refusal}>{translate(`publishing.error.${reply.error.code}`)}</p>
          )}
        </section>
      ))}
      <Field label={translate('comments.reply.label')} hint={translate('comments.reply.hint')}>
        {(control) => (
          <TextArea
            {...control}
            ref={ref}
            rows={3}
            disabled={moderation.refusal !== null}
            placeholder={translate('comments.reply.placeholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
            }}
          />
        )}
      </Field>
      <div className={styles.buttons}>
        <Button
          icon={Send}
          busy={busy}
          disabled={text.trim() === '' || moderation.refusal !== null}
          onClick={() => void send()}
        >
          {translate('comments.reply.send')}
        </Button>
      </div>
    </>
  );
}
