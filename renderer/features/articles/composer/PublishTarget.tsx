import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  CircleCheck,
  CircleX,
  Clock,
  ExternalLink,
  FolderOpen,
  Globe,
  LoaderCircle,
  TriangleAlert,
} from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import type { Delivery, Target } from '../../../../shared/contract/publishing.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate, type Translate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { showToast } from '../../../ui/toast.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { decideStanding, type Standing } from './standing.ts';
import styles from './publish.module.css';

interface PublishTargetProps {
  draft: Draft;
  target: Target;
  /** Nothing in the article stands in the way. */
  allowed: boolean;
  /** Who sits here may not publish; the note that says so has the id `publish-refusal`. */
  refused: boolean;
  /** Of this article to this target, newest first. */
  deliveries: readonly Delivery[];
}

type Action = 'publish' | 'unpublish';

/** One place to publish: how the article stands there, and what can be done about it. */
export function PublishTarget({
  draft,
  target,
  allowed,
  refused,
  deliveries,
}: PublishTargetProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  // A request that got no answer is repeated under its id: it is done once, however often it is asked for.
  const requests = useRef(new Map<Action, string>());
  const standing = decideStanding(deliveries);
  const { live, newest, busy } = standing;

  function refresh(): void {
    void queryClient.invalidateQueries({ queryKey: queries.publishing.deliveries.key() });
  }
  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  const send = useMutation({
    async mutationFn(action: Action) {
      await draft.autosave.flush();
      const requestId = requests.current.get(action) ?? crypto.randomUUID();
      requests.current.set(action, requestId);
      const input = { articleId: draft.articleId, targetId: target.id, requestId };
      return action === 'publish' ? client.publishing.publish(input) : client.publishing.unpublish(input);
    },
    onSuccess(_delivery, action) {
      requests.current.delete(action);
      refresh();
    },
    onError: tell,
  });
  const retry = useMutation({
    mutationFn: (deliveryId: string) => client.publishing.retry({ deliveryId }),
    onSuccess: refresh,
    onError: tell,
  });

  const locked = target.capabilities.needsSecret && !target.hasSecret;
  const Icon = target.configuration.kind === 'folder-site' ? FolderOpen : Globe;
  const kind = translate(`publish.kind.${target.configuration.kind}`);
  const canRetry = newest !== null && (newest.state === 'retry' || newest.state === 'failed');
  return (
    <li className={styles.target}>
      <div className={styles.targetHead}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className={styles.targetName}>{target.name}</span>
        {target.name !== kind && <span className={styles.kind}>{kind}</span>}
      </div>
      <StandingLine standing={standing} />
      {locked && <p className={classes(styles.reason, styles.warn)}>{translate('publish.needsSecret')}</p>}
      <div className={styles.buttons}>
        <Button
          size="small"
          look={live ? 'plain' : 'primary'}
          disabled={refused || !allowed || locked || busy || (live && !target.capabilities.update)}
          aria-describedby={refused ? 'publish-refusal' : undefined}
          busy={send.isPending && send.variables === 'publish'}
          onClick={() => send.mutate('publish')}
        >
          {translate(live ? 'publish.update' : 'publish.publish')}
        </Button>
        {canRetry && (
          <Button
            size="small"
            disabled={refused}
            busy={retry.isPending}
            onClick={() => retry.mutate(newest.deliveryId)}
          >
            {translate('publish.retry')}
          </Button>
        )}
        {live && target.capabilities.unpublish && (
          <Button
            size="small"
            look="danger"
            disabled={refused || busy}
            aria-describedby={refused ? 'publish-refusal' : undefined}
            busy={send.isPending && send.variables === 'unpublish'}
            onClick={() => send.mutate('unpublish')}
          >
            {translate('publish.unpublish')}
          </Button>
        )}
        {live && standing.url !== null && /^https?:/.test(standing.url) && (
          <a className={styles.visit} href={standing.url} target="_blank" rel="noopener noreferrer">
            {translate('publish.visit')} <ExternalLink size={13} strokeWidth={1.75} aria-hidden />
          </a>
        )}
      </div>
    </li>
  );
}

function failureWords(delivery: Delivery, translate: Translate): string {
  const { code, detail } = delivery.error ?? { code: '', detail: '' };
  const key = `publishing.error.${code}`;
  if (isMessageKey(key)) return translate(key, { detail });
  return detail === '' ? code : detail;
}

function StandingLine({ standing }: { standing: Standing }): ReactElement {
  const translate = useTranslate();
  const { newest, live } = standing;
  if (newest === null) return <p className={styles.line}>{translate('publish.never')}</p>;
  const failed = newest.state === 'failed' || newest.state === 'retry' || newest.state === 'conflict';
  const state = newest.state === 'live' && newest.action === 'unpublish' ? 'gone' : newest.state;
  const Icon = {
    queued: Clock,
    sending: LoaderCircle,
    live: CircleCheck,
    gone: CircleX,
    retry: Clock,
    conflict: TriangleAlert,
    failed: CircleX,
    cancelled: CircleX,
  }[state];
  return (
    <div
      className={classes(styles.line, state === 'live' && styles.live, failed && styles.problem)}
      role="status"
      data-delivery={newest.state}
    >
      <Icon
        size={14}
        strokeWidth={1.75}
        aria-hidden
        className={state === 'sending' ? styles.spin : undefined}
      />
      <span>
        {translate(`publish.state.${state}`)}
        {failed && live && ` · ${translate('publish.state.live')}`}
      </span>
      <RelativeTime
        value={state === 'retry' && newest.retryAt !== null ? newest.retryAt : newest.updatedAt}
      />
      {failed && newest.error !== null && (
        <span className={styles.failure}>{failureWords(newest, translate)}</span>
      )}
    </div>
  );
}
