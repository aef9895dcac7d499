import type { ReactElement } from 'react';
import type { ToldPublishReason } from '../../../../shared/contract/publishing.ts';
import { usePublishReasonWords } from '../../../publish-reason-words.ts';
import { classes } from '../../../ui/classes.ts';
import { CircleAlert, TriangleAlert } from '../../../ui/icons/icons.ts';
import styles from './publish.module.css';

/** What stands in the way of publishing, or should be known first: a line each. */
export function PublishReasons({ reasons }: { reasons: readonly ToldPublishReason[] }): ReactElement {
  const wordsOf = usePublishReasonWords();
  return (
    <>
      {reasons.map((reason) => (
        <p
          key={reason.code}
          className={classes(styles.reason, styles[reason.level === 'ask' ? 'warn' : reason.level])}
        >
          {reason.level === 'block' ? <CircleAlert size={15} /> : <TriangleAlert size={15} />}
          {wordsOf(reason)}
        </p>
      ))}
    </>
  );
}
