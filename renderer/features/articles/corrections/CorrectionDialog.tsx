import { useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { CORRECTION_PLACEMENTS, type CorrectionPlacement } from '../../../../shared/contract/corrections.ts';
import { correctionText } from '../../../../shared/domain/correction-text.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { useRefusal } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Select, Switch, TextArea } from '../../../ui/Field.tsx';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';
import { useNow } from '../../../ui/use-now.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { KeptEntries } from './KeptEntries.tsx';
import { useCorrectionsOf, useFiling, type Filing } from './use-filing.ts';
import styles from './corrections.module.css';

type Correction = Filing & {
  workingBase: number;
  wrong: string;
  right: string;
  apology: boolean;
  placement: CorrectionPlacement;
};

/** *Ralat…*: what was wrong, what is right; it goes out with the mended copy. */
export function CorrectionDialog({ draft, onClose }: { draft: Draft; onClose: () => void }): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const { offsetMinutes } = useLocale();
  const now = useNow();
  const form = useId();
  const { articleId } = draft;
  const refusal = useRefusal('publish');
  const known = useCorrectionsOf(articleId);
  const settings = useQuery(queries.settings.get.queryOptions()).data?.corrections;
  const [wrong, setWrong] = useState('');
  const [right, setRight] = useState('');
  const [apology, setApology] = useState(false);
  const [chosen, setChosen] = useState<CorrectionPlacement | null>(null);
  const [tried, setTried] = useState(false);
  const filing = useFiling((input: Correction) => client.corrections.correct(input), {
    told: 'corrections.filed',
    onFiled: onClose,
  });
  const placement = chosen ?? settings?.placement ?? 'bottom';
  const missing = right.trim() === '';
  const facts = known.data;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (missing || facts === undefined) return;
    filing.send({
      articleId,
      requestId: filing.requestId,
      known: facts.entries.length,
      workingBase: facts.workingBase,
      wrong,
      right,
      apology,
      placement,
    });
  }

  return (
    <Dialog
      open
      title={translate('corrections.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            look="primary"
            icon={Send}
            type="submit"
            form={form}
            busy={filing.busy}
            disabled={refusal !== null || facts === undefined}
          >
            {translate('corrections.file')}
          </Button>
        </>
      }
    >
      {known.isError && <p role="alert">{translate('corrections.failed')}</p>}
      {known.isPending && <Skeleton lines={5} />}
      {facts !== undefined && settings !== undefined && (
        <form id={form} className={styles.form} onSubmit={submit}>
          {refusal !== null && <RefusalNote id="correction-refusal">{refusal}</RefusalNote>}
          <p className={styles.lead}>
            {translate(facts.changed.length === 0 ? 'corrections.unchanged' : 'corrections.intro', {
              places: facts.liveAt.join(', '),
            })}
          </p>
          {facts.changed.length > 0 && (
            <section className={styles.group} aria-label={translate('corrections.changed')}>
              <h3 className={styles.legend}>{translate('corrections.changed')}</h3>
              <ul className={styles.changes}>
                {facts.changed.map(({ before, after }) => (
                  <li key={`${before} ${after}`} className={styles.change}>
                    <span>
                      {before !== '' && <del>{before}</del>}
                      {after !== '' && <ins>{after}</ins>}
                    </span>
                    <Button
                      size="small"
                      onClick={() => {
                        setWrong(before);
                        setRight(after);
                      }}
                    >
                      {translate('corrections.take')}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Field label={translate('corrections.wrong')} hint={translate('corrections.wrong.hint')}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                maxLength={2000}
                value={wrong}
                onChange={({ target }) => setWrong(target.value)}
              />
            )}
          </Field>
          <Field
            label={translate('corrections.right')}
            error={tried && missing ? translate('corrections.right.needed') : null}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                maxLength={2000}
                value={right}
                onChange={({ target }) => setRight(target.value)}
              />
            )}
          </Field>
          <Switch label={translate('corrections.apology')} checked={apology} onChange={setApology} />
          <Field label={translate('corrections.placement')}>
            {(control) => (
              <Select
                {...control}
                value={placement}
                onChange={({ target }) =>
                  setChosen(CORRECTION_PLACEMENTS.find((one) => one === target.value) ?? null)
                }
              >
                {CORRECTION_PLACEMENTS.map((one) => (
                  <option key={one} value={one}>
                    {translate(`corrections.placement.${one}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <section className={styles.group} aria-label={translate('corrections.preview')}>
            <h3 className={styles.legend}>{translate('corrections.preview')}</h3>
            <div className={styles.preview} lang="id">
              {correctionText(settings, { wrong, right, apology }, now, offsetMinutes)}
            </div>
            <p className={styles.note}>{translate('corrections.preview.time')}</p>
          </section>
          <KeptEntries entries={facts.entries} />
          {filing.problem !== null && (
            <p className={styles.problem} role="alert">
              {filing.problem}
            </p>
          )}
        </form>
      )}
    </Dialog>
  );
}
