import { useState, type ReactElement } from 'react';
import { WITHDRAWAL_GROUNDS, type WithdrawalGround } from '../../shared/contract/corrections.ts';
import { useCore } from '../core-client/core-client.ts';
import { useTranslate } from '../i18n.ts';
import { Field, Input, Select } from '../ui/Field.tsx';
import { FileX } from '../ui/icons/icons.ts';
import { FilingDialog } from './FilingDialog.tsx';
import { useCorrectionsOf, useFiling, type Filing } from './use-filing.ts';
import styles from './corrections.module.css';

type Withdrawal = Filing & { ground: WithdrawalGround; headline: string };

interface WithdrawalDialogProps {
  articleId: string;
  /** As readers have it. */
  headline: string;
  /** The ground it begins with, where that is known. */
  proposed?: WithdrawalGround;
  onClose: () => void;
}

/** *Cabut berita…*: on a ground of the Pedoman only, announced where the story stood. */
export function WithdrawalDialog({
  articleId,
  headline: current,
  proposed,
  onClose,
}: WithdrawalDialogProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const known = useCorrectionsOf(articleId);
  const [ground, setGround] = useState<WithdrawalGround | null>(proposed ?? null);
  const [headline, setHeadline] = useState(current);
  const [tried, setTried] = useState(false);
  const filing = useFiling((input: Withdrawal) => client.corrections.withdraw(input), {
    told: 'withdrawal.filed',
    onFiled: onClose,
  });
  const unnamed = headline.trim() === '';

  function submit(): void {
    setTried(true);
    if (unnamed || ground === null || known.data === undefined) return;
    const { entries } = known.data;
    filing.send({ articleId, requestId: filing.requestId, known: entries.length, ground, headline });
  }

  return (
    <FilingDialog
      articleId={articleId}
      title={translate('withdrawal.title')}
      file={{ label: translate('withdrawal.file'), icon: FileX, look: 'danger' }}
      busy={filing.busy}
      problem={filing.problem}
      failed={known.isError}
      entries={known.data?.entries}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FilingDialog>
  );
}
