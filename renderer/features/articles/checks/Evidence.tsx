import { useState, type ReactElement } from 'react';
import type { Evidence as EvidenceOf } from '../../../../shared/contract/checks.ts';
import { compareWords } from '../../../../shared/document/compare-words.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import styles from './checks.module.css';

/** What the source has in the place of our words: its sentence, and where ours has others, the difference. */
export function Evidence({ ours, evidence }: { ours: string; evidence: EvidenceOf }): ReactElement {
  const translate = useTranslate();
  const { source } = evidence;
  if (source === null) {
    const told = evidence.advisory ? 'checks.evidence.translated' : 'checks.evidence.none';
    return <p className={styles.evidence}>{translate(told)}</p>;
  }
  const { sentence, words, name } = source;
  const at = words === '' ? -1 : sentence.indexOf(words);
  return (
    <div className={styles.evidence}>
      <p className={styles.evidenceHead}>
        {translate('checks.evidence.source')} · {name}
      </p>
      {evidence.kind === 'quote' && words !== '' && (
        <p className={styles.difference}>
          {compareWords(ours, words).map(({ text, change }, position) => {
            const key = `${position} ${text}`;
            if (change === 'inserted') return <ins key={key}>{text}</ins>;
            return change === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
          })}
        </p>
      )}
      <p className={styles.sentence}>
        {at === -1 ? (
          sentence
        ) : (
          <>
            {sentence.slice(0, at)}
            <mark>{words}</mark>
            {sentence.slice(at + words.length)}
          </>
        )}
      </p>
    </div>
  );
}

interface AcceptFormProps {
  onAccept: (note: string) => void;
  onCancel: () => void;
}

/** Why a finding is left as it is. */
export function AcceptForm({ onAccept, onCancel }: AcceptFormProps): ReactElement {
  const translate = useTranslate();
  const [note, setNote] = useState('');
  return (
    <form
      className={styles.accept}
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== '') onAccept(note.trim());
      }}
    >
      <TextArea
        // Whoever opened it is about to write here.
        ref={(field) => field?.focus()}
        rows={2}
        value={note}
        maxLength={2000}
        aria-label={translate('checks.accept.label')}
        placeholder={translate('checks.accept.label')}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onCancel();
        }}
      />
      <div className={styles.actions}>
        <Button size="small" look="primary" type="submit" disabled={note.trim() === ''}>
          {translate('checks.accept.save')}
        </Button>
        <Button size="small" look="ghost" onClick={onCancel}>
          {translate('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
