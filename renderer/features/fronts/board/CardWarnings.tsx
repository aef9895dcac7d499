import type { ReactElement } from 'react';
import type { FrontWarning } from '../../../../shared/domain/front/warnings.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { TriangleAlert } from '../../../ui/icons/icons.ts';
import { useNow } from '../../../ui/use-now.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { isGrave, warningAdvice, warningWords } from './card-words.ts';
import styles from './CardWarnings.module.css';

interface CardWarningsProps {
  warnings: readonly FrontWarning[];
  /** Whether what to do stands below each; else it is shown on a hover and read out. */
  withAdvice?: boolean;
}

/** What is amiss with a card, and what to do about it. */
export function CardWarnings({ warnings, withAdvice = false }: CardWarningsProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  return (
    <>
      {warnings.map((warning) => {
        const advice = warningAdvice(warning, translate);
        return (
          <span
            key={`${warning.code} ${warning.detail ?? ''}`}
            className={classes(styles.warning, isGrave(warning) && styles.grave)}
            title={withAdvice ? undefined : advice}
          >
            <TriangleAlert size={13} />
            <span>
              {warningWords(warning, { translate, language, offsetMinutes }, now)}
              {withAdvice ? (
                <span className={styles.advice}>{advice}</span>
              ) : (
                <VisuallyHidden>. {advice}</VisuallyHidden>
              )}
            </span>
          </span>
        );
      })}
    </>
  );
}
