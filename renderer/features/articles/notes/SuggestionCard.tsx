import type { ReactElement } from 'react';
import type { ListedSuggestion } from '../../../../shared/document/list-marks.ts';
import { useTranslate, type Translate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Check, X } from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import styles from './notes.module.css';

/** So much of what is suggested is shown; the copy has it all. */
const SHOWN = 120;

function cut(suggested: string): string {
  const words = suggested.trim();
  return words.length > SHOWN ? `${words.slice(0, SHOWN)} …` : words;
}

/** What is suggested, in words. */
function wordsOf({ inserted, deleted, formatted, whole }: ListedSuggestion, translate: Translate): string {
  if (inserted !== '' && deleted !== '') {
    return translate('suggest.replace', { before: cut(deleted), after: cut(inserted) });
  }
  if (inserted !== '') return translate('suggest.insert', { words: cut(inserted) });
  if (deleted !== '') return translate('suggest.delete', { words: cut(deleted) });
  if (formatted !== '') return translate('suggest.format', { words: cut(formatted) });
  const [first] = whole;
  if (first === undefined) return translate('suggest.blocks');
  const names = whole.map(({ type }) => translate(`compare.role.${type}`)).join(', ');
  return translate(first.comes ? 'suggest.insertBlock' : 'suggest.deleteBlock', { names });
}

interface SuggestionCardProps {
  suggestion: ListedSuggestion;
  current: boolean;
  canWrite: boolean;
  onReveal: () => void;
  onSettle: (decision: 'accept' | 'reject') => void;
}

/** One suggestion: who, when, what, and the decision. */
export function SuggestionCard({
  suggestion,
  current,
  canWrite,
  onReveal,
  onSettle,
}: SuggestionCardProps): ReactElement {
  const translate = useTranslate();
  const { nameOf } = usePeople();
  const { id, personId, at } = suggestion;
  const name = nameOf(personId) || translate('trail.unknown');
  return (
    <li className={classes(styles.card, current && styles.current)} data-mark={id}>
      <div className={styles.message}>
        <Avatar name={name} id={personId} size="small" />
        <div className={styles.words}>
          <div className={styles.head}>
            <strong>{name}</strong>
            <RelativeTime value={at} short />
          </div>
          <button type="button" className={styles.suggested} onClick={onReveal}>
            {wordsOf(suggestion, translate)}
          </button>
        </div>
        {canWrite && (
          <div className={styles.decide}>
            <IconButton
              size="small"
              icon={Check}
              label={translate('suggest.accept')}
              onClick={() => onSettle('accept')}
            />
            <IconButton
              size="small"
              icon={X}
              label={translate('suggest.reject')}
              onClick={() => onSettle('reject')}
            />
          </div>
        )}
      </div>
    </li>
  );
}
