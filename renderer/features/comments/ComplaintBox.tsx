import { useId, useState, type ReactElement } from 'react';
import type { Comment } from '../../../shared/contract/comments.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextArea } from '../../ui/Field.tsx';
import { ComplaintTerm } from './ComplaintTerm.tsx';
import type { Moderation } from './use-moderation.ts';
import styles from './CommentDetail.module.css';

const HOUR_MS = 3_600_000;
const hoursAgo = [0, 1, 3, 6, 12, 24, 36] as const;

interface ComplaintProps {
  comment: Comment;
  moderation: Moderation;
}

/** A complaint that stands: its term, what it is about, and what was done. */
export function ComplaintBox({ comment, moderation }: ComplaintProps): ReactElement | null {
  const translate = useTranslate();
  const heading = useId();
  const [answer, setAnswer] = useState('');
  const { complaint } = comment;
  if (complaint === null) return null;
  return (
    <section className={styles.box} aria-labelledby={heading}>
      <div className={styles.boxHead}>
        <h2 id={heading}>{translate('comments.complaint.title')}</h2>
        <ComplaintTerm complaint={complaint} />
      </div>
      {complaint.note !== '' && <p className={styles.note}>{complaint.note}</p>}
      {complaint.doneAt === null ? (
        <>
          <Field label={translate('comments.complaint.answer')}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={answer}
                onChange={(event) => setAnswer(event.target.value)}
              />
            )}
          </Field>
          <div className={styles.buttons}>
            <Button
              look="primary"
              disabled={moderation.refusal !== null}
              onClick={() => moderation.settleComplaint(comment, answer)}
            >
              {translate('comments.complaint.settle')}
            </Button>
            <Button
              look="ghost"
              disabled={moderation.refusal !== null}
              onClick={() => moderation.unmarkComplaint(comment)}
            >
              {translate('comments.complaint.unmark')}
            </Button>
          </div>
        </>
      ) : (
        <>
          {complaint.answer !== '' && <p className={styles.note}>{complaint.answer}</p>}
          <div className={styles.buttons}>
            <Button
              disabled={moderation.refusal !== null}
              onClick={() => moderation.reopenComplaint(comment)}
            >
              {translate('comments.complaint.reopen')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Marks a comment somebody complained of. */
export function ComplaintForm({
  comment,
  moderation,
  onDone,
}: ComplaintProps & { onDone: () => void }): ReactElement {
  const translate = useTranslate();
  const heading = useId();
  const [note, setNote] = useState('');
  const [hours, setHours] = useState(0);

  function mark(): void {
    moderation.markComplaint(comment, note, new Date(Date.now() - hours * HOUR_MS).toISOString());
    onDone();
  }

  return (
    <section className={styles.box} aria-labelledby={heading}>
      <div className={styles.boxHead}>
        <h2 id={heading}>{translate('comments.do.complaint')}</h2>
      </div>
      <Field label={translate('comments.complaint.note')}>
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            rows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={translate('comments.complaint.received')}
        hint={translate('comments.complaint.receivedHint')}
      >
        {(control) => (
          <Select {...control} value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            {hoursAgo.map((count) => (
              <option key={count} value={count}>
                {count === 0
                  ? translate('comments.complaint.receivedNow')
                  : translate('comments.complaint.receivedAgo', { count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className={styles.buttons}>
        <Button look="primary" onClick={mark}>
          {translate('comments.complaint.mark')}
        </Button>
        <Button look="ghost" onClick={onDone}>
          {translate('ui.cancel')}
        </Button>
      </div>
    </section>
  );
}
