/** What can be done with an article at one target, and the doing of it. What is typed is stored first. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Delivery, Target } from '../../../../shared/contract/publishing.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { embargoEndOf } from '../../../embargo-end.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { useTellOpenFindings } from '../../../open-findings.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Draft } from '../drafts/draft-desk.ts';

type Action = 'publish' | 'unpublish' | 'remove';

/** `despiteFindings`: whoever clicks has been told of findings nobody has answered, and says yes to them. */
export function usePublishTarget(draft: Draft, target: Target, despiteFindings: boolean) {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  // A request that got no answer is repeated under its id: it is done once, however often it is asked for.
  const requests = useRef(new Map<string, string>());
  const { articleId } = draft;
  const tellOpenFindings = useTellOpenFindings();

  function requestFor(what: string): { articleId: string; targetId: string; requestId: string } {
    const requestId = requests.current.get(what) ?? crypto.randomUUID();
    requests.current.set(what, requestId);
    return { articleId, targetId: target.id, requestId };
  }
  function answered(what: string): void {
    requests.current.delete(what);
    void queryClient.invalidateQueries({ queryKey: queries.publishing.deliveries.key() });
  }
  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  const send = useMutation({
    async mutationFn(action: Action) {
      await draft.autosave.flush();
      if (action === 'publish') return client.publishing.publish({ ...requestFor(action), despiteFindings });
      return client.publishing[action](requestFor(action));
    },
    onSuccess: (_delivery, action) => answered(action),
    onError: tell,
  });

  /** `time` in milliseconds since 1970; an embargo that ends later is told, and its end offered. */
  const schedule = useMutation({
    async mutationFn(time: number) {
      await draft.autosave.flush();
      const at = new Date(time).toISOString();
      return client.publishing.schedule({ ...requestFor(`schedule ${at}`), at, despiteFindings });
    },
    onSuccess(_delivery, time) {
      answered(`schedule ${new Date(time).toISOString()}`);
      const told = formatDateTime(time, offsetMinutes, language);
      showToast(translate('schedule.done.scheduled', { time: told }));
    },
    onError(error) {
      const end = embargoEndOf(error);
      if (end === null) return tell(error);
      showToast(translate('schedule.embargo', { time: formatDateTime(end, offsetMinutes, language) }), {
        tone: 'problem',
        action: { label: translate('schedule.embargo.move'), run: () => schedule.mutate(end) },
      });
    },
  });

  const retry = useMutation({
    mutationFn: ({ deliveryId, despite }: { deliveryId: string; despite: boolean }) =>
      client.publishing.retry({ deliveryId, despiteFindings: despite }),
    onSuccess: () => answered('retry'),
    onError(error, { deliveryId }) {
      if (!tellOpenFindings(error, () => retry.mutate({ deliveryId, despite: true }))) tell(error);
    },
  });

  const withdraw = useMutation({
    mutationFn: ({ deliveryId, handedOver }: Delivery) =>
      // What the site keeps goes out all the same unless it is taken off its schedule.
      handedOver
        ? client.publishing.unpublish(requestFor('withdraw'))
        : client.publishing.cancel({ deliveryId }),
    onSuccess: () => answered('withdraw'),
    onError: tell,
  });

  return { send, schedule, retry, withdraw };
}
