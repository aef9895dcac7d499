import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { FrontDelivery, Target } from '../../../shared/contract/publishing.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useRetryFront } from '../../front-delivery.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { useRefusal } from '../../people.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { LayoutTemplate, RotateCw } from '../../ui/icons/icons.ts';
import { frontDeliveryWords } from './front-delivery-words.ts';
import styles from './TargetTroubles.module.css';

/** Over the list: launched fronts that have not arrived as meant. Those that have need no place here. */
export function FrontDeliveries({ targetId }: { targetId: string | null }): ReactElement[] {
  const { queries } = useCore();
  const deliveries = useQuery(queries.publishing.fronts.deliveries.queryOptions({ input: {} })).data ?? [];
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data ?? [];
  return deliveries
    .filter((delivery) => targetId === null || delivery.targetId === targetId)
    .filter(({ state, differences }) => state !== 'cancelled' && (state !== 'live' || differences.length > 0))
    .map((delivery) => (
      <FrontOnItsWay
        key={delivery.deliveryId}
        delivery={delivery}
        trouble={targets.find(({ id }) => id === delivery.targetId)?.trouble ?? null}
      />
    ));
}

function FrontOnItsWay({
  delivery,
  trouble,
}: {
  delivery: FrontDelivery;
  trouble: Target['trouble'];
}): ReactElement {
  const translate = useTranslate();
  const refusal = useRefusal('publish');
  const retry = useRetryFront(delivery);
  const { frontName, targetName, state } = delivery;
  const [first, ...rest] = frontDeliveryWords(delivery, trouble, translate);
  return (
    <section
      className={classes(styles.trouble, state === 'failed' && styles.stopped)}
      aria-label={translate('publishing.front.label', { front: frontName, target: targetName })}
    >
      <LayoutTemplate size={15} />
      <div className={styles.words} role="status">
        <p className={styles.reason}>
          {frontName} → {targetName}: {first}
        </p>
        {rest.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => navigate({ screen: 'fronts' })}>
          {translate('publishing.front.open')}
        </Button>
        {(state === 'failed' || state === 'retry') && (
          <Button
            size="small"
            icon={RotateCw}
            busy={retry.isPending}
            disabled={refusal !== null}
            title={refusal ?? undefined}
            onClick={() => retry.mutate()}
          >
            {translate('publishing.front.retry')}
          </Button>
        )}
      </div>
    </section>
  );
}
