import { FileX } from 'lucide-react';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { WITHDRAWAL_GROUNDS, type WithdrawalGround } from '../../../../shared/contract/corrections.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { useRefusal } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Input, Select } from '../../../ui/Field.tsx';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { KeptEntries } from './KeptEntries.tsx';
import { useCorrectionsOf, useFiling, type Filing } from './use-filing.ts';
import styles from './corrections.module.css';

type Withdrawal = Filing & { ground: WithdrawalGround; headline: string };

/** *Cabut berita…*: on a ground of the Pedoman only, announced where the story stood. */
export function WithdrawalDialog({ draft, onClose }: { draft: Draft; onClose: () => void }): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const form = useId();
  const { articleId } = draft;
  const refusal = useRefusal('publish');
  const known = useCorrectionsOf(articleId);
  const [ground, setGround] = useState<WithdrawalGround | null>(null);
  const [headline, setHeadline] = useState(draft.fields.get().headline);
  const [tried, setTried] = useState(false);
  const filing = useFiling((input: Withdrawal) => client.corrections.withdraw(input), {
    told: 'withdrawal.filed',
    onFiled: onClose,
  });
  const unnamed = headline.trim() === '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (unnamed || ground === null || known.data === undefined) return;
    const { entries } = known.data;
    filing.send({ articleId, requestId: filing.requestId, known: entries.length, ground, headline });
  }

  return (
    <Dialog
      open
      title={translate('withdrawal.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            look="danger"
            icon={FileX}
            type="submit"
            form={form}
            busy={filing.busy}
            disabled={refusal !== null || known.data === undefined}
          >
            {translate('withdrawal.file')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        {refusal !== null && <RefusalNote id="withdrawal-refusal">{refusal}</RefusalNote>}
        <p className={styles.lead}>{translate('withdrawal.intro')}</p>
        <Field
          label={translate('withdrawal.ground')}
          hint={translate('withdrawal.pressure')}
          error={tried && ground === null ? translate('withdrawal.ground.needed') : null}
        >
          {(control) => (
            <Select
              {...control}
              value={ground ?? ''}
              onChange={({ target }) =>
                setGround(WITHDRAWAL_GROUNDS.find((one) => one === target.value) ?? null)
              }
            >
              <option value="">{translate('withdrawal.ground.choose')}</option>
              {WITHDRAWAL_GROUNDS.map((one) => (
                <option key={one} value={one}>
                  {translate(`withdrawal.ground.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={translate('withdrawal.headline')}
          hint={translate('withdrawal.headline.hint')}
          error={tried && unnamed ? translate('withdrawal.headline.needed') : null}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={300}
              value={headline}
              onChange={({ target }) => setHeadline(target.value)}
            />
          )}
        </Field>
        {known.isError && <p role="alert">{translate('corrections.failed')}</p>}
        <KeptEntries entries={known.data?.entries ?? []} />
        {filing.problem !== null && (
          <p className={styles.problem} role="alert">
            {filing.problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}
