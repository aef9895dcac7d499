import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactElement } from 'react';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { useRefusal } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { useTellOpenFindings } from '../../../open-findings.ts';
import { GitCompare, TriangleAlert } from '../../../ui/icons/icons.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import type { ArticleActions } from './article-actions.ts';
import styles from './composer.module.css';

const SiteConflictDialog = lazy(async () => ({
  default: (await import('../../../site-conflict/SiteConflictDialog.tsx')).SiteConflictDialog,
}));

/** Where somebody edited the article at a site: what happened there, and the way to look at it and decide. */
export function SiteConflictBar({
  draft,
  actions,
}: {
  draft: Draft;
  actions: ArticleActions;
}): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const refusal = useRefusal('publish');
  const input = { articleId: draft.articleId, view: 'stopped' as const, limit: 20 };
  const stopped = useQuery(queries.publishing.deliveries.queryOptions({ input })).data;
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  const conflicts = stopped?.rows.filter(({ state }) => state === 'conflict') ?? [];
  const corrections = useQuery({
    ...queries.corrections.of.queryOptions({ input: { articleId: draft.articleId } }),
    enabled: conflicts.length > 0,
  }).data;
  return (
    <>
      {conflicts.map((delivery) => {
        const { deliveryId, targetId, targetName: target, error } = delivery;
        const canRead = targets?.find(({ id }) => id === targetId)?.capabilities.read === true;
        const words = error?.code === 'already-there' ? 'conflict.bar.lost' : 'conflict.bar';
        const holdsBack = corrections?.waiting.some((place) => place.targetId === targetId) === true;
        return (
          <section
            key={deliveryId}
            className={styles.siteConflict}
            aria-label={translate('conflict.bar.label', { target })}
          >
            <TriangleAlert size={16} />
            <p>
              {translate(words, { target })}
              {holdsBack && <strong> {translate('conflict.bar.waiting')}</strong>}
            </p>
            {canRead ? (
              <Button
                size="small"
                icon={GitCompare}
                disabled={refusal !== null}
                title={refusal ?? undefined}
                onClick={() => actions.compare(delivery)}
              >
                {translate('publishing.button.compare')}
              </Button>
            ) : (
              <Button size="small" onClick={() => navigate({ screen: 'outbox' })}>
                {translate('conflict.bar.outbox')}
              </Button>
            )}
          </section>
        );
      })}
    </>
  );
}

/** The comparison with what stands at the site. The working copy in it is the one that is stored. */
export function SiteConflict({
  delivery,
  onClose,
}: {
  delivery: Delivery;
  onClose: () => void;
}): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const tellOpenFindings = useTellOpenFindings();
  const overwrite = useMutation({
    mutationFn: (despiteFindings: boolean) =>
      client.publishing.retry({ deliveryId: delivery.deliveryId, despiteFindings }),
    onSuccess: onClose,
    onError(error) {
      if (tellOpenFindings(error, () => overwrite.mutate(true))) return;
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  return (
    <Suspense fallback={null}>
      <SiteConflictDialog
        delivery={delivery}
        onOverwrite={() => overwrite.mutate(false)}
        onSettled={onClose}
        onClose={onClose}
      />
    </Suspense>
  );
}
