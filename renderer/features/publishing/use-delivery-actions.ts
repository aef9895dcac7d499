import { useState } from 'react';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { useTellOpenFindings } from '../../open-findings.ts';
import { useRefusal } from '../../people.ts';
import { showToast } from '../../ui/toast.ts';
import { decideActions, type DeliveryActions } from './decide-delivery-look.ts';
import { changeOutboxView } from './outbox-view.ts';

export interface DeliveryHandlers extends DeliveryActions {
  busy: boolean;
  /** Why who sits here may not send or cancel, in words; null where they may. */
  refusal: string | null;
  onSend: () => void;
  onCancel: () => void;
  onOpenArticle: () => void;
  onCopyAddress: () => void;
}

/** What can be done with a delivery, and the doing of it. The lists follow by the core's event. */
export function useDeliveryActions(delivery: Delivery, overtaken: boolean): DeliveryHandlers {
  const { client } = useCore();
  const translate = useTranslate();
  const refusal = useRefusal('publish');
  const tellOpenFindings = useTellOpenFindings();
  const [busy, setBusy] = useState(false);
  const actions = decideActions(delivery, overtaken);
  const { deliveryId, articleId, targetId, headline, action } = delivery;
  const shownHeadline = headline === '' ? translate('publishing.untitled') : headline;

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  /** `work` gets whether somebody says yes to findings nobody has answered: first nobody does. */
  async function run(
    work: (despiteFindings: boolean) => Promise<void>,
    despiteFindings = false,
  ): Promise<void> {
    setBusy(true);
    try {
      await work(despiteFindings);
    } catch (error) {
      if (!tellOpenFindings(error, () => void run(work, true))) tell(error);
    } finally {
      setBusy(false);
    }
  }

  async function sendAnew(despiteFindings: boolean): Promise<void> {
    const request = { articleId, targetId, requestId: crypto.randomUUID() };
    const queued =
      action === 'unpublish'
        ? await client.publishing.unpublish(request)
        : await client.publishing.publish({ ...request, despiteFindings });
    changeOutboxView({ selected: { deliveryId: queued.deliveryId, articleId } });
    showToast(translate('publishing.done.queued', { headline: shownHeadline }));
  }

  async function release(despiteFindings: boolean): Promise<void> {
    const requestId = crypto.randomUUID();
    const released = await client.publishing.release({ deliveryId, requestId, despiteFindings });
    changeOutboxView({ selected: { deliveryId: released.deliveryId, articleId } });
    showToast(translate('schedule.done.released', { headline: shownHeadline }));
  }

  return {
    ...actions,
    busy,
    refusal,
    onSend: () =>
      void run(async (despiteFindings) => {
        if (actions.sendsAnew) return sendAnew(despiteFindings);
        if (actions.releases) return release(despiteFindings);
        await client.publishing.retry({ deliveryId, despiteFindings });
        showToast(translate('publishing.done.queued', { headline: shownHeadline }));
      }),
    onCancel: () =>
      void run(async () => {
        await client.publishing.cancel({ deliveryId });
        showToast(translate('publishing.done.cancelled', { headline: shownHeadline }), {
          action: { label: translate('ui.undo'), run: () => void run(sendAnew) },
        });
      }),
    onOpenArticle: () => navigate({ screen: 'articles', articleId }),
    onCopyAddress: () =>
      void run(async () => {
        await navigator.clipboard.writeText(delivery.url ?? '');
        showToast(translate('publishing.done.copied'));
      }),
  };
}
