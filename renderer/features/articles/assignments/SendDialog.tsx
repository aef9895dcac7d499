import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { articleStateSchema, type ArticleState } from '../../../../shared/contract/articles.ts';
import type { Recipient } from '../../../../shared/contract/people.ts';
import { allowedTransitions } from '../../../../shared/domain/article-state.ts';
import { desksOf } from '../../../../shared/domain/permission.ts';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Select, TextArea } from '../../../ui/Field.tsx';
import { SendHorizontal, Users } from '../../../ui/icons/icons.ts';
import { recipientKey, useRecipients } from './recipients.ts';
import { useRecipientName } from '../../../trail-words.ts';
import type { AssignmentActions } from './use-assignments.ts';
import styles from './SendDialog.module.css';

/** What the dialog is opened with. */
export interface SendStart {
  /** Whom it is meant for; null where that is to be chosen. */
  to: Recipient | null;
  /** It goes back to who had sent it: there is nothing to choose. */
  returning: boolean;
}

const stateToGoSchema = articleStateSchema.exclude(['published']);
type StateToGo = ReturnType<typeof stateToGoSchema.parse>;

interface SendDialogProps {
  start: SendStart;
  state: ArticleState;
  actions: AssignmentActions;
  onClose: () => void;
}

/** *Kirim ke …*: to whom, with which words, and whether the state goes with it. */
export function SendDialog({ start, state, actions, onClose }: SendDialogProps): ReactElement {
  const translate = useTranslate();
  const { all } = usePeople();
  const recipients = useRecipients();
  const recipientName = useRecipientName();
  const [to, setTo] = useState<Recipient | null>(start.to);
  const [note, setNote] = useState('');
  const [chosenState, setChosenState] = useState<StateToGo | '' | null>(null);
  const form = useId();

  const states = allowedTransitions(state).flatMap((one) => (one === 'published' ? [] : [one]));

  /** A draft that goes to those who publish is submitted; one that goes back is a draft again. */
  function expectedState(): StateToGo | '' {
    if (start.returning) return state === 'submitted' ? 'draft' : '';
    const person = to?.kind === 'person' ? all.find(({ personId }) => personId === to.personId) : undefined;
    const role = to?.kind === 'desk' ? to.role : person?.role;
    const toPublishers = role !== undefined && desksOf(role).includes('publisher');
    return state === 'draft' && toPublishers ? 'submitted' : '';
  }
  const goesTo = chosenState ?? expectedState();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (to === null) return;
    const sent = await actions.send({ to, note: note.trim(), ...(goesTo === '' ? {} : { state: goesTo }) });
    if (sent) onClose();
  }

  return (
    <Dialog
      open
      size="small"
      title={
        start.returning && to !== null
          ? translate('assign.return.to', { name: recipientName(to) })
          : translate('assign.send.title')
      }
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            look="primary"
            icon={SendHorizontal}
            type="submit"
            form={form}
            disabled={to === null}
            busy={actions.busy}
          >
            {translate(start.returning ? 'assign.return' : 'assign.send')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void submit(event)}>
        {!start.returning && (
          <div className={styles.choices} role="radiogroup" aria-label={translate('assign.to')}>
            <Choices
              label={translate('assign.desks')}
              recipients={recipients.desks}
              chosen={to}
              onChoose={setTo}
            />
            <Choices
              label={translate('assign.people')}
              recipients={recipients.people}
              chosen={to}
              onChoose={setTo}
            />
          </div>
        )}
        <Field label={translate('assign.note')}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={2000}
              value={note}
              placeholder={translate('assign.note.placeholder')}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        {states.length > 0 && (
          <Field label={translate('assign.state')}>
            {(control) => (
              <Select
                {...control}
                value={goesTo}
                onChange={({ target }) =>
                  setChosenState(target.value === '' ? '' : stateToGoSchema.parse(target.value))
                }
              >
                <option value="">
                  {translate('assign.state.stays', { state: translate(`articles.state.${state}`) })}
                </option>
                {states.map((one) => (
                  <option key={one} value={one}>
                    {translate('assign.state.goes', { state: translate(`articles.state.${one}`) })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </form>
    </Dialog>
  );
}

interface ChoicesProps {
  label: string;
  recipients: readonly Recipient[];
  chosen: Recipient | null;
  onChoose: (to: Recipient) => void;
}

function Choices({ label, recipients, chosen, onChoose }: ChoicesProps): ReactElement | null {
  const translate = useTranslate();
  const recipientName = useRecipientName();
  const { all } = usePeople();
  if (recipients.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {recipients.map((to) => {
        const person =
          to.kind === 'person' ? all.find(({ personId }) => personId === to.personId) : undefined;
        const key = recipientKey(to);
        return (
          <label key={key} className={styles.choice}>
            <input
              type="radio"
              name="recipient"
              checked={chosen !== null && recipientKey(chosen) === key}
              onChange={() => onChoose(to)}
            />
            {person === undefined ? (
              <span className={styles.desk}>
                <Users size={13} />
              </span>
            ) : (
              <Avatar name={person.name} id={person.personId} size="small" />
            )}
            <span className={styles.name}>{recipientName(to)}</span>
            {person !== undefined && (
              <span className={styles.role}>{translate(`people.role.${person.role}`)}</span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
