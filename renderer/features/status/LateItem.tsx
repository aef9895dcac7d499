import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import type { LateThing } from '../../health/decide-late-things.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { routeHref } from '../../navigation.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { FileText, MessageSquareText, RefreshCw, Rss, Send, type Icon } from '../../ui/icons/icons.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { showToast } from '../../ui/toast.ts';
import styles from './StatusScreen.module.css';

const ICONS: Record<LateThing['kind'], Icon> = {
  source: Rss,
  target: Send,
  save: FileText,
  comments: MessageSquareText,
};

/** One thing that is behind: which, since when, why, and what to do. */
export function LateItem({ thing }: { thing: LateThing }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { kind, name, tone, reason, advice, since, nextTryAt, to } = thing;
  const Icon = ICONS[kind];
  const title = name === '' ? translate('articles.untitled') : name;
  const words = translate(reason.key, reason.parameters);
  return (
    <li className={classes(styles.thing, styles[tone])}>
      <Icon size={18} />
      <div>
        <h3>
          <span className={styles.kind}>{translate(`health.kind.${kind}`)}</span> {title}
          <Badge tone={tone}>{words}</Badge>
        </h3>
        {advice !== null && <p>{translate(advice.key, advice.parameters)}</p>}
        <p className={styles.times}>
          {since === null ? (
            translate('health.sinceUnknown')
          ) : (
            <>
              {translate('health.since', {
                time: formatDateTime(Date.parse(since), offsetMinutes, language),
              })}{' '}
              (<RelativeTime value={since} />)
            </>
          )}
          {' · '}
          {nextTryAt === null ? translate('health.byPerson') : <NextTry at={nextTryAt} />}
        </p>
      </div>
      <div className={styles.actions}>
        <TryNow thing={thing} />
        <a className={styles.open} href={routeHref(to)} aria-label={`${translate('health.open')}: ${title}`}>
          {translate('health.open')}
        </a>
      </div>
    </li>
  );
}

function NextTry({ at }: { at: string }): ReactElement {
  const translate = useTranslate();
  const [before = '', after = ''] = translate('health.next').split('{time}');
  return (
    <>
      {before}
      <RelativeTime value={at} />
      {after}
    </>
  );
}

/** Where something can be tried at once. What came of it is told by the state itself. */
function TryNow({ thing: { kind, id } }: { thing: LateThing }): ReactElement | null {
  const translate = useTranslate();
  const { client } = useCore();
  const trying = useMutation({
    mutationFn: async () => {
      if (kind === 'source') await client.wire.sources.checkNow({ id });
      else if (kind === 'comments') await client.comments.refresh({ targetId: id });
      else await client.publishing.targets.tryNow({ id });
    },
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  if (kind === 'save') return null;
  return (
    <Button size="small" icon={RefreshCw} busy={trying.isPending} onClick={() => trying.mutate()}>
      {translate(kind === 'target' ? 'health.target.try' : 'health.source.check')}
    </Button>
  );
}
