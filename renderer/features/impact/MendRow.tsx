import { useId, type ReactElement } from 'react';
import { compareWords } from '../../../shared/document/compare-words.ts';
import type { MessageKey } from '../../../shared/i18n/translate.ts';
import type { Mend } from '../../../shared/provenance/mend.ts';
import { ChangedWords } from '../../compare/ChangedWords.tsx';
import { useTranslate } from '../../i18n.ts';
import { TextArea } from '../../ui/Field.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './MendRow.module.css';

const TONES: Record<Mend['standing'], Tone> = {
  untouched: 'accent',
  rewritten: 'amber',
  already: 'green',
  unused: 'plain',
};

/** What saying yes is called; null where there is nothing to say yes to. */
function yesOf({ standing, after }: Mend): MessageKey | null {
  if (standing === 'already') return null;
  if (standing === 'unused') return after === '' ? null : 'impact.choice.takeNew';
  if (after === '') return 'impact.choice.drop';
  return standing === 'untouched' ? 'impact.choice.take' : 'impact.choice.mend';
}

interface MendRowProps {
  mend: Mend;
  /** From 1. */
  number: number;
  /** The words our sentence gets; null where it stays. */
  decision: string | null;
  onDecide: (words: string | null) => void;
}

/** One change of the source and our sentence beside it, with what becomes of ours. */
export function MendRow({ mend, number, decision, onDecide }: MendRowProps): ReactElement {
  const translate = useTranslate();
  const { before, after, standing, ours, proposed } = mend;
  const yes = yesOf(mend);
  const isOwnWork = standing === 'rewritten' && after !== '';
  return (
    <li className={styles.row} data-standing={standing}>
      <div className={styles.side}>
        <span className={styles.label}>
          {before === '' && <Badge tone="green">{translate('impact.sentence.new')}</Badge>}
          {after === '' && <Badge tone="red">{translate('impact.sentence.gone')}</Badge>}
          {before !== '' && after !== '' && <Badge>{translate('impact.sentence.changed')}</Badge>}
        </span>
        <p className={styles.words}>
          <ChangedWords pieces={compareWords(before, after)} />
        </p>
      </div>
      <div className={styles.side}>
        <span className={styles.label}>
          <Badge tone={TONES[standing]}>{translate(`impact.standing.${standing}`)}</Badge>
        </span>
        {decision === null ? (
          ours !== '' && <p className={styles.words}>{ours}</p>
        ) : (
          <p className={styles.words}>
            <ChangedWords pieces={compareWords(ours, decision)} />
          </p>
        )}
        {isOwnWork && decision !== null && (
          <TextArea
            className={styles.edited ?? ''}
            aria-label={translate('impact.words')}
            rows={3}
            value={decision}
            onChange={(event) => onDecide(event.target.value)}
          />
        )}
        {yes !== null && (
          <Choice
            label={translate('impact.choice', { number })}
            yes={translate(yes)}
            no={translate('impact.choice.keep')}
            chosen={decision !== null}
            onChoose={(chosen) => onDecide(chosen ? (proposed ?? (isOwnWork ? ours : after)) : null)}
          />
        )}
      </div>
    </li>
  );
}

interface ChoiceProps {
  label: string;
  yes: string;
  no: string;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/** Yes or no, as two buttons of one group of radios. */
function Choice({ label, yes, no, chosen, onChoose }: ChoiceProps): ReactElement {
  const name = useId();
  return (
    <fieldset className={styles.choice} aria-label={label}>
      {[true, false].map((value) => (
        <label key={String(value)} className={classes(styles.option, value === chosen && styles.chosen)}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {value ? yes : no}
        </label>
      ))}
    </fieldset>
  );
}
