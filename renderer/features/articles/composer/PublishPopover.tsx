import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import type { ToldPublishReason } from '../../../../shared/contract/publishing.ts';
import { readDate } from '../../../../shared/domain/read-date.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { CircleAlert, SendHorizontal } from '../../../ui/icons/icons.ts';
import { Popover } from '../../../ui/Popover.tsx';
import { Skeleton } from '../../../ui/Loading.tsx';
import { useRefusal } from '../../../people.ts';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import type { ArticleActions } from './article-actions.ts';
import { PublishReasons } from './PublishReasons.tsx';
import { PublishTarget } from './PublishTarget.tsx';
import styles from './publish.module.css';

interface PublishPopoverProps {
  draft: Draft;
  actions: ArticleActions;
  /** The button that opens it. */
  children: ReactElement;
}

/** Where the article can go, what stands in the way, and what became of it there. */
export function PublishPopover({ draft, actions, children }: PublishPopoverProps): ReactElement {
  const translate = useTranslate();
  return (
    <Popover
      label={translate('publish.title')}
      align="end"
      byKey
      open={actions.publishing}
      onOpenChange={actions.setPublishing}
      trigger={children}
    >
      <div className={styles.popover}>
        <h2 className={styles.title}>{translate('publish.title')}</h2>
        <Ways draft={draft} actions={actions} />
      </div>
    </Popover>
  );
}

function Ways({ draft, actions }: { draft: Draft; actions: ArticleActions }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const queryClient = useQueryClient();
  const refusal = useRefusal('publish');
  const [stored, setStored] = useState<boolean | null>(null);
  const { articleId } = draft;
  const input = { articleId };
  const checked = useQuery(
    queries.publishing.publishability.queryOptions({ input, enabled: stored === true }),
  ).data;
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  const deliveries = useQuery(
    queries.publishing.deliveries.queryOptions({ input: { articleId, limit: 50 } }),
  ).data;

  // What goes out is what is stored, so that comes first.
  useEffect(() => {
    let shown = true;
    void draft.autosave.flush().then((state) => {
      if (!shown) return;
      setStored(state.kind === 'saved');
      void queryClient.invalidateQueries({
        queryKey: queries.publishing.publishability.key({ input: { articleId } }),
      });
    });
    return () => {
      shown = false;
    };
  }, [draft, articleId, queries, queryClient]);

  if (stored === false) {
    return (
      <p className={classes(styles.reason, styles.block)} role="alert">
        <CircleAlert size={15} />
        {translate('publish.notSaved')}
      </p>
    );
  }
  if (targets === undefined || checked === undefined || deliveries === undefined)
    return <Skeleton lines={3} />;
  return (
    <>
      {refusal !== null && (
        <div className={styles.refusal}>
          <RefusalNote id="publish-refusal">{refusal}</RefusalNote>
          <Button
            icon={SendHorizontal}
            onClick={() => {
              actions.setPublishing(false);
              actions.setSending({ to: { kind: 'desk', role: 'publisher' }, returning: false });
            }}
          >
            {translate('assign.sendToPublishers')}
          </Button>
        </div>
      )}
      <Reasons reasons={checked.reasons} />
      {targets.length === 0 && (
        <div className={styles.none}>
          <p>{translate('publish.noTargets')}</p>
          <Button onClick={() => navigate({ screen: 'settings', page: '' })}>
            {translate('publish.settings')}
          </Button>
        </div>
      )}
      <ul className={styles.targets}>
        {targets.map((target) => (
          <PublishTarget
            key={target.id}
            draft={draft}
            target={target}
            allowed={checked.ok}
            asks={checked.reasons.some(({ level }) => level === 'ask')}
            reasons={checked.targets.find(({ targetId }) => targetId === target.id)?.reasons ?? []}
            embargoEnd={onlyEmbargoEnd(checked.reasons)}
            refused={refusal !== null}
            onCompare={actions.compare}
            deliveries={deliveries.rows.filter((delivery) => delivery.targetId === target.id)}
          />
        ))}
      </ul>
    </>
  );
}

/** When the embargo ends that alone keeps the article from going out now; null where there is none, or more. */
function onlyEmbargoEnd(reasons: readonly ToldPublishReason[]): number | null {
  const [block, ...others] = reasons.filter(({ level }) => level === 'block');
  if (block?.code !== 'embargo-active' || others.length > 0) return null;
  return readDate(block.detail)?.epochMs ?? null;
}

function Reasons({ reasons }: { reasons: readonly ToldPublishReason[] }): ReactElement | null {
  const translate = useTranslate();
  if (reasons.length === 0) return null;
  const blocked = reasons.some(({ level }) => level === 'block');
  const asks = reasons.some(({ level }) => level === 'ask');
  const title = blocked ? 'publish.blocked' : asks ? 'publish.asked' : 'publish.warned';
  return (
    <section className={styles.reasons}>
      <h3 className={styles.subtitle}>{translate(title)}</h3>
      <PublishReasons reasons={reasons} />
    </section>
  );
}
