import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { NoteMessage, NoteThread } from '../../../../shared/document/marks.ts';
import { keyCaps } from '../../../commands.ts';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { TextArea } from '../../../ui/Field.tsx';
import { Check, RotateCcw, Trash2 } from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import styles from './notes.module.css';

/** Ctrl or Command with Enter sends what was written. */
export function sendsOn(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

interface NoteCardProps {
  thread: NoteThread;
  /** Whether the words it is about still stand in the copy. */
  anchored: boolean;
  current: boolean;
  canWrite: boolean;
  onReveal: () => void;
  onReply: (text: string) => void;
  onResolve: () => void;
  onReopen: () => void;
  onRemove: () => void;
}

/** One conversation: the words it is about, what was said, and the answer to it. */
export function NoteCard({
  thread,
  anchored,
  current,
  canWrite,
  onReveal,
  onReply,
  onResolve,
  onReopen,
  onRemove,
}: NoteCardProps): ReactElement {
  const translate = useTranslate();
  const { quote, messages, resolved, noteId } = thread;
  return (
    <li
      className={classes(styles.card, current && styles.current, resolved !== null && styles.resolved)}
      data-mark={noteId}
    >
      <button type="button" className={styles.quote} onClick={onReveal} disabled={!anchored}>
        {anchored ? quote : translate('notes.gone', { quote })}
      </button>
      {messages.map((message) => (
        <Message key={message.messageId} message={message} />
      ))}
      {resolved !== null && <Resolved by={resolved} />}
      {canWrite && (
        <div className={styles.tools}>
          {resolved === null ? (
            <>
              <Reply onReply={onReply} />
              <IconButton size="small" icon={Check} label={translate('notes.resolve')} onClick={onResolve} />
            </>
          ) : (
            <IconButton size="small" icon={RotateCcw} label={translate('notes.reopen')} onClick={onReopen} />
          )}
          <IconButton
            size="small"
            icon={Trash2}
            tone="danger"
            label={translate('notes.remove')}
            onClick={onRemove}
          />
        </div>
      )}
    </li>
  );
}

function Message({ message: { personId, at, text } }: { message: NoteMessage }): ReactElement {
  const translate = useTranslate();
  const { nameOf } = usePeople();
  const name = nameOf(personId) || translate('trail.unknown');
  return (
    <div className={styles.message}>
      <Avatar name={name} id={personId} size="small" />
      <div className={styles.words}>
        <div className={styles.head}>
          <strong>{name}</strong>
          <RelativeTime value={at} short />
        </div>
        <p>{text}</p>
      </div>
    </div>
  );
}

function Resolved({ by: { personId, at } }: { by: NonNullable<NoteThread['resolved']> }): ReactElement {
  const translate = useTranslate();
  const { nameOf } = usePeople();
  return (
    <p className={styles.resolvedLine}>
      <Check size={13} />
      {translate('notes.resolvedBy', { name: nameOf(personId) || translate('trail.unknown') })}{' '}
      <RelativeTime value={at} />
    </p>
  );
}

function Reply({ onReply }: { onReply: (text: string) => void }): ReactElement {
  const translate = useTranslate();
  const [text, setText] = useState('');
  function send(): void {
    if (text.trim() === '') return;
    onReply(text.trim());
    setText('');
  }
  return (
    <form
      className={styles.reply}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        rows={1}
        className={styles.replyField ?? ''}
        value={text}
        maxLength={5000}
        aria-label={translate('notes.reply')}
        placeholder={translate('notes.reply')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (!sendsOn(event)) return;
          event.preventDefault();
          event.stopPropagation();
          send();
        }}
      />
      {text.trim() !== '' && (
        <Button size="small" look="primary" type="submit" caps={keyCaps('Mod+Enter')}>
          {translate('notes.send')}
        </Button>
      )}
    </form>
  );
}
