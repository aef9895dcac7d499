import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';
import type { ReviewDesk } from './use-review.ts';
import styles from './notes.module.css';

/** Suggestions nobody has decided yet, in the order of the copy. */
export function SuggestionList({
  review,
  canWrite,
}: {
  review: ReviewDesk;
  canWrite: boolean;
}): ReactElement | null {
  const translate = useTranslate();
  const suggestions = review.marks.flatMap((mark) => (mark.kind === 'suggestion' ? [mark.suggestion] : []));
  if (suggestions.length === 0) return null;
  return (
    <section className={styles.section} aria-label={translate('suggest.list')}>
      <div className={styles.top}>
        <h3 className={styles.caption}>{translate('suggest.count', { count: suggestions.length })}</h3>
        {canWrite && (
          <div className={styles.decide}>
            <Button size="small" onClick={() => review.settleAll('accept')}>
              {translate('suggest.acceptAll')}
            </Button>
            <Button size="small" look="ghost" onClick={() => review.settleAll('reject')}>
              {translate('suggest.rejectAll')}
            </Button>
          </div>
        )}
      </div>
      <ol className={styles.list}>
        {suggestions.map((suggestion) => (
          <SuggestionCard
            key={suggestion.id}
            suggestion={suggestion}
            current={review.current?.id === suggestion.id}
            canWrite={canWrite}
            onReveal={() => review.take({ kind: 'suggestion', id: suggestion.id })}
            onSettle={(decision) => review.settle(decision, suggestion.id)}
          />
        ))}
      </ol>
    </section>
  );
}
