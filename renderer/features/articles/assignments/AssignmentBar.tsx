import type { ReactElement } from 'react';
import type { Assignment } from '../../../../shared/contract/people.ts';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Check, CornerUpLeft, Hand, Inbox } from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useRecipientName } from '../../../trail-words.ts';
import type { SendStart } from './SendDialog.tsx';
import type { AssignmentActions } from './use-assignments.ts';
import styles from './AssignmentBar.module.css';

interface AssignmentBarProps {
  assignment: Assignment;
  actions: AssignmentActions;
  onSend: (start: SendStart) => void;
}

/** Whom the article lies with, from whom and with which words; for who sits here, what can be done about it. */
export function AssignmentBar({ assignment, actions, onSend }: AssignmentBarProps): ReactElement {
  const translate = useTranslate();
  const recipientName = useRecipientName();
  const { nameOf, current } = usePeople();
  const { assignmentId, from, to, note, sentAt, forMe } = assignment;
  const own = from === current?.personId;
  return (
    <section className={classes(styles.bar, forMe && styles.mine)} aria-label={translate('assign.bar')}>
      <Inbox size={16} />
      <p className={styles.words}>
        <span>
          {forMe && own && to.kind === 'person'
            ? translate('assign.bar.taken')
            : translate(forMe ? 'assign.bar.forMe' : 'assign.bar.with', {
                from: nameOf(from),
                to: recipientName(to),
              })}
        </span>{' '}
        <span className={styles.time}>
          <RelativeTime value={sentAt} />
        </span>
        {note !== '' && <span className={styles.note}>“{note}”</span>}
      </p>
      <div className={styles.buttons}>
        {(!forMe || to.kind === 'desk') && (
          <Button size="small" icon={Hand} busy={actions.busy} onClick={actions.take}>
            {translate('assign.take')}
          </Button>
        )}
        {forMe && !own && (
          <Button
            size="small"
            icon={CornerUpLeft}
            title={translate('assign.return.to', { name: nameOf(from) })}
            onClick={() => onSend({ to: { kind: 'person', personId: from }, returning: true })}
          >
            {translate('assign.return.open')}
          </Button>
        )}
        {forMe && (
          <Button size="small" icon={Check} busy={actions.busy} onClick={() => actions.finish(assignmentId)}>
            {translate('assign.finish')}
          </Button>
        )}
      </div>
    </section>
  );
}
