import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { CorrectionPlacement } from '../../shared/contract/corrections.ts';
import { correctionText } from '../../shared/domain/correction-text.ts';
import { useCore } from '../core-client/core-client.ts';
import { useLocale, useTranslate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Field, Switch, TextArea } from '../ui/Field.tsx';
import { Send } from '../ui/icons/icons.ts';
import { useNow } from '../ui/use-now.ts';
import { FilingDialog } from './FilingDialog.tsx';
import { PlacementField } from './PlacementField.tsx';
import { useCorrectionsOf, useFiling, type Filing } from './use-filing.ts';
import styles from './corrections.module.css';

type Correction = Filing & {
  despiteFindings: boolean;
  workingBase: number;
  wrong: string;
  right: string;
  apology: boolean;
  placement: CorrectionPlacement;
};

interface CorrectionDialogProps {
  articleId: string;
  /** What it begins with, where that is known. */
  proposed?: { wrong: string; right: string };
  onFiled?: () => void;
  onClose: () => void;
}

/** *Ralat…*: what was wrong, what is right; it goes out with the mended copy. */
export function CorrectionDialog({
  articleId,
  proposed = { wrong: '', right: '' },
  onFiled,
  onClose,
}: CorrectionDialogProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const { offsetMinutes } = useLocale();
  const now = useNow();
  const known = useCorrectionsOf(articleId);
  const settings = useQuery(queries.settings.get.queryOptions()).data?.corrections;
  const [wrong, setWrong] = useState(proposed.wrong);
  const [right, setRight] = useState(proposed.right);
  const [apology, setApology] = useState(false);
  const [chosen, setChosen] = useState<CorrectionPlacement | null>(null);
  const [tried, setTried] = useState(false);
  const filing = useFiling((input: Correction) => client.corrections.correct(input), {
    told: 'corrections.filed',
    onFiled() {
      onFiled?.();
      onClose();
    },
  });
  const placement = chosen ?? settings?.placement ?? 'bottom';
  const missing = right.trim() === '';
  const facts = settings === undefined ? undefined : known.data;

  function submit(): void {
    setTried(true);
    if (missing || facts === undefined) return;
    filing.send({
      articleId,
      requestId: filing.requestId,
      known: facts.entries.length,
      despiteFindings: filing.asks,
      workingBase: facts.workingBase,
      wrong,
      right,
      apology,
      placement,
    });
  }

  return (
    <FilingDialog
      articleId={articleId}
      title={translate('corrections.title')}
      file={{ label: translate('corrections.file'), icon: Send, look: 'primary' }}
      busy={filing.busy}
      problem={filing.problem}
      asks={filing.asks}
      failed={known.isError}
      entries={facts?.entries}
      onSubmit={submit}
      onClose={onClose}
    >
      {facts !== undefined && (
        <>
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
        </>
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
      <PlacementField value={placement} onChange={setChosen} />
      {settings !== undefined && (
        <section className={styles.group} aria-label={translate('corrections.preview')}>
          <h3 className={styles.legend}>{translate('corrections.preview')}</h3>
          <div className={styles.preview} lang="id">
            {correctionText(settings, { wrong, right: missing ? '…' : right, apology }, now, offsetMinutes)}
          </div>
          <p className={styles.note}>{translate('corrections.preview.time')}</p>
        </section>
      )}
    </FilingDialog>
  );
}
