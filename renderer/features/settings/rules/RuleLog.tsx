import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { RuleFiring } from '../../../../shared/contract/rules.ts';
import { describeAction, type RuleNames } from '../../../../shared/i18n/describe-rule.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { routeHref } from '../../../navigation.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Check, X } from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../Section.tsx';
import styles from './rules.module.css';

const PAGE = 50;

/** What fired, newest first: each with what was done, and why something was not. */
export function RuleLog({ names }: { names: RuleNames }): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const log = useInfiniteQuery({
    queryKey: queries.rules.log.key({ type: 'infinite' }),
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => client.rules.log({ before: pageParam, limit: PAGE }, { signal }),
    getNextPageParam: (last) => (last.length === PAGE ? (last.at(-1)?.firingId ?? null) : null),
  });
  const firings = log.data?.pages.flat() ?? [];
  return (
    <Section title={translate('rules.log')} text={translate('rules.log.text')}>
      {firings.length === 0 ? (
        <p className={styles.quiet}>{translate('rules.log.empty')}</p>
      ) : (
        <ul className={styles.list} role="list">
          {firings.map((firing) => (
            <FiringRow key={firing.firingId} firing={firing} names={names} />
          ))}
        </ul>
      )}
      {log.hasNextPage && (
        <div>
          <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {translate('rules.log.more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function FiringRow({ firing, names }: { firing: RuleFiring; names: RuleNames }): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  return (
    <li className={styles.firing}>
      <span className={styles.firingHead}>
        <a href={routeHref({ screen: 'wire', storyId: firing.storyId })}>
          {firing.headline === '' ? translate('wire.read.untitled') : firing.headline}
        </a>
        <span className={styles.quiet}>
          {firing.ruleName} · <RelativeTime value={firing.at} />
        </span>
      </span>
      <ul className={styles.outcomes} role="list">
        {firing.outcomes.map(({ action, failure, articleId }, index) => (
          <li key={index} className={classes(failure !== null && styles.notDone)}>
            {failure === null ? <Check size={13} /> : <X size={13} />}
            {describeAction(action, language, names)}
            {failure !== null && `: ${translate(`rules.failure.${failure}`)}`}
            {articleId !== undefined && (
              <a href={routeHref({ screen: 'articles', articleId })}>{translate('rules.log.draft')}</a>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
