import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import type { Target } from '../../../shared/contract/publishing.ts';
import type { SftpPlace } from '../../../shared/contract/target-configuration.ts';
import { useCore, type Core } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { TARGET_ICONS } from '../../target-icons.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Plus, Send, TriangleAlert } from '../../ui/icons/icons.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { showToast } from '../../ui/toast.ts';
import { MappingDialog } from './MappingDialog.tsx';
import { limitsOf } from './target-limits.ts';
import { keepTarget, removeSoon, usePendingRemovals } from './pending-removal.ts';
import {
  blankDraft,
  draftOf,
  keepTargetDraft,
  useTargetDraft,
  withHostKey,
  type TargetKind,
} from './target-draft.ts';
import { TargetForm } from './TargetForm.tsx';
import { useTellError } from './use-tell.ts';
import { useVerification } from './use-verification.ts';
import { VerificationList } from './VerificationList.tsx';
import styles from './TargetsPage.module.css';

/** Nobody schedules beyond this. */
const FAR_AHEAD = '2200-01-01T00:00:00.000Z';

/** The places to publish to. `startNew`: with the form of a new one open. */
export function TargetsPage({ startNew }: { startNew: boolean }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const query = useQuery(queries.publishing.targets.list.queryOptions());
  const draft = useTargetDraft();
  const removed = usePendingRemovals();
  const targets = query.data?.filter(({ id }) => !removed.has(id));

  useEffect(() => {
    if (!startNew) return;
    keepTargetDraft(blankDraft('wordpress'));
    navigate({ screen: 'settings', page: 'target' }, { replace: true });
  }, [startNew]);

  if (query.isPending) return <Skeleton lines={4} />;
  if (targets === undefined) {
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('settings.target.failed')}
        actions={<Button onClick={() => void query.refetch()}>{translate('ui.retry')}</Button>}
      />
    );
  }
  const adding = draft !== null && draft.id === null;
  return (
    <div className={styles.page}>
      {targets.length === 0 && !adding && (
        <div className={styles.empty}>
          <EmptyState
            icon={Send}
            title={translate('settings.target.empty.title')}
            actions={<AddButtons main />}
          >
            {translate('settings.target.empty.text')}
          </EmptyState>
        </div>
      )}
      {targets.map((target) =>
        draft?.id === target.id ? (
          <TargetForm key={target.id} draft={draft} target={target} onDone={() => keepTargetDraft(null)} />
        ) : (
          <TargetCard key={target.id} target={target} />
        ),
      )}
      {adding && (
        <TargetForm
          key={draft.configuration.kind}
          draft={draft}
          target={null}
          onDone={() => keepTargetDraft(null)}
        />
      )}
      {targets.length > 0 && !adding && (
        <div className={styles.add}>
          <AddButtons />
        </div>
      )}
    </div>
  );
}

function AddButtons({ main = false }: { main?: boolean }): ReactElement {
  const translate = useTranslate();
  const add = (kind: TargetKind) => (): void => keepTargetDraft(blankDraft(kind));
  return (
    <>
      <Button look={main ? 'primary' : 'plain'} icon={Plus} onClick={add('wordpress')}>
        {translate('settings.target.addWordPress')}
      </Button>
      <Button icon={Plus} onClick={add('ghost')}>
        {translate('settings.target.addGhost')}
      </Button>
      <Button icon={Plus} onClick={add('sftp-site')}>
        {translate('settings.target.addSftp')}
      </Button>
      <Button icon={Plus} onClick={add('folder-site')}>
        {translate('settings.target.addFolder')}
      </Button>
      <Button icon={Plus} onClick={add('partner')}>
        {translate('settings.target.addPartner')}
      </Button>
    </>
  );
}

function TargetCard({ target }: { target: Target }): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const tellError = useTellError();
  const { state, verify, inspect } = useVerification();
  const { id, name, configuration, capabilities, hasSecret } = target;
  const [mapping, setMapping] = useState(false);
  const Icon = TARGET_ICONS[configuration.kind];
  const limits = limitsOf(target).map((limit) => translate(`target.limit.${limit}`));

  async function letGo(): Promise<void> {
    const { goesOut } = await client.publishing.targets.remove({ id });
    if (goesOut.length === 0) return;
    const headlines = goesOut.map(({ headline }) => headline).join('; ');
    showToast(translate('settings.target.goesOut', { name, count: goesOut.length, headlines }), {
      tone: 'problem',
    });
  }

  async function trust(hostKey: string): Promise<void> {
    const trusting = withHostKey(configuration, hostKey);
    try {
      await client.publishing.targets.change({ id, name, configuration: trusting });
      showToast(translate('hostKey.trusted', { name }));
      verify({ id, configuration: trusting });
    } catch (error) {
      tellError(error);
    }
  }

  /** What waits for it or is scheduled there goes with it, so that is told while it can still be undone. */
  async function remove(): Promise<void> {
    removeSoon(id, () => letGo().catch(tellError));
    const count = await countOpen(client, id).catch(() => 0);
    showToast(
      translate(count === 0 ? 'settings.target.removed' : 'settings.target.removedWith', { name, count }),
      {
        action: { label: translate('ui.undo'), run: () => keepTarget(id) },
      },
    );
  }

  return (
    <section className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <Icon size={18} />
        </span>
        <div className={styles.names}>
          <h2 className={styles.name}>
            {name}
            {capabilities.needsSecret && !hasSecret && (
              <Badge tone="amber" icon={TriangleAlert}>
                {translate('settings.target.secretMissing')}
              </Badge>
            )}
          </h2>
          <p className={styles.place}>
            {translate(`target.kind.${configuration.kind}`)} ·{' '}
            {placeOf(target) ?? translate('settings.target.defaultFolder')}
          </p>
        </div>
        <div className={styles.buttons}>
          <Button
            size="small"
            busy={state.status === 'running' && state.about === 'connection'}
            onClick={() => verify({ id, configuration })}
          >
            {translate('settings.target.verify')}
          </Button>
          {capabilities.inspect && (
            <Button
              size="small"
              disabled={state.status === 'running' || (capabilities.needsSecret && !hasSecret)}
              onClick={() => inspect(id)}
            >
              {translate('settings.target.inspect')}
            </Button>
          )}
          {capabilities.mapping && (
            <Button
              size="small"
              disabled={capabilities.needsSecret && !hasSecret}
              onClick={() => setMapping(true)}
            >
              {translate('settings.mapping.open')}
            </Button>
          )}
          <Button size="small" onClick={() => keepTargetDraft(draftOf(target))}>
            {translate('settings.target.edit')}
          </Button>
          <Button size="small" look="ghost" onClick={() => void remove()}>
            {translate('settings.target.remove')}
          </Button>
        </div>
      </div>
      {limits.length > 0 && (
        <p className={styles.limits}>{translate('target.limits', { list: limits.join('; ') })}</p>
      )}
      <VerificationList state={state} onTrustHostKey={(hostKey) => void trust(hostKey)} />
      {mapping && 'siteUrl' in configuration && (
        <MappingDialog target={target} configuration={configuration} onClose={() => setMapping(false)} />
      )}
    </section>
  );
}

/** Deliveries that wait for the target, and what is scheduled there. */
async function countOpen(client: Core['client'], targetId: string): Promise<number> {
  const waiting = await client.publishing.deliveries({ targetId, view: 'waiting', limit: 200 });
  const from = new Date().toISOString();
  const scheduled = await client.publishing.calendar({ from, to: FAR_AHEAD });
  return (
    waiting.rows.length +
    scheduled.filter((row) => row.targetId === targetId && row.state === 'scheduled').length
  );
}

/** Where it is, for the eye; null for the folder that needs no choosing. */
function placeOf({ configuration }: Target): string | null {
  switch (configuration.kind) {
    case 'folder-site':
      return configuration.folder === '' ? null : configuration.folder;
    case 'sftp-site':
      return serverOf(configuration);
    case 'partner': {
      const { delivery } = configuration;
      if (delivery.way === 'sftp') return serverOf(delivery);
      return delivery.way === 'folder' ? delivery.folder : withoutScheme(delivery.address);
    }
    case 'wordpress':
      return `${withoutScheme(configuration.siteUrl)} · ${configuration.user}`;
    case 'ghost':
      return withoutScheme(configuration.siteUrl);
  }
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '');
}

function serverOf({ user, host, folder }: SftpPlace): string {
  return `${user}@${host}${folder === '' ? '' : `:${folder}`}`;
}
