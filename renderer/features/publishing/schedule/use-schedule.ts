/** What goes out when, and moving it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { embargoEndOf } from '../../../embargo-end.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { useTellOpenFindings } from '../../../open-findings.ts';
import { useRefusal } from '../../../people.ts';
import { showToast } from '../../../ui/toast.ts';
import { timeOf } from './decide-schedule-look.ts';

/** Deliveries with a time from one instant up to another (milliseconds since 1970), the earliest first. */
export function useCalendar(from: number, to: number, targetId: string | null) {
  const { queries } = useCore();
  const input = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const calendar = useQuery({
    ...queries.publishing.calendar.queryOptions({ input }),
    placeholderData: (before) => before,
  });
  const rows = (calendar.data ?? []).filter((row) => targetId === null || row.targetId === targetId);
  return { ...calendar, rows };
}

export interface ScheduleHandlers {
  /** Deliveries that are being changed now. */
  busy: ReadonlySet<string>;
  /** Why who sits here may not change them, in words; null where they may. */
  refusal: string | null;
  move: (delivery: Delivery, at: number) => void;
  release: (delivery: Delivery) => void;
  withdraw: (delivery: Delivery) => void;
}

/** Moving, releasing and withdrawing what is scheduled; what was moved can be moved back. */
export function useScheduleActions(): ScheduleHandlers {
  const { client } = useCore();
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const refusal = useRefusal('publish');
  const tellOpenFindings = useTellOpenFindings();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());

  function nameOf({ headline }: Delivery): string {
    return headline === '' ? translate('publishing.untitled') : headline;
  }

  /** `work` gets whether somebody says yes to findings nobody has answered: first nobody does. */
  async function change(
    delivery: Delivery,
    work: (despiteFindings: boolean) => Promise<void>,
    despiteFindings = false,
  ): Promise<void> {
    const { deliveryId } = delivery;
    setBusy((before) => new Set([...before, deliveryId]));
    try {
      await work(despiteFindings);
    } catch (error) {
      const sendAnyway = (): void => void change(delivery, work, true);
      if (!tellOpenFindings(error, sendAnyway)) tellFailure(delivery, error);
    } finally {
      setBusy((before) => new Set([...before].filter((id) => id !== deliveryId)));
    }
  }

  /** An embargo that ends later is told with its end, which is offered as the new time. */
  function tellFailure(delivery: Delivery, error: unknown): void {
    const end = embargoEndOf(error);
    if (end === null) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
      return;
    }
    showToast(translate('schedule.embargo', { time: formatDateTime(end, offsetMinutes, language) }), {
      tone: 'problem',
      action: { label: translate('schedule.embargo.move'), run: () => move(delivery, end) },
    });
  }

  function move(delivery: Delivery, at: number): void {
    const before = timeOf(delivery);
    void change(delivery, async (despiteFindings) => {
      const { deliveryId } = delivery;
      const moved = await client.publishing.reschedule({
        deliveryId,
        requestId: crypto.randomUUID(),
        at: new Date(at).toISOString(),
        despiteFindings,
      });
      const words = { headline: nameOf(delivery), time: formatDateTime(at, offsetMinutes, language) };
      showToast(
        translate('schedule.done.moved', words),
        before > Date.now()
          ? { action: { label: translate('ui.undo'), run: () => move(moved, before) } }
          : {},
      );
    });
  }

  return {
    busy,
    refusal,
    move,
    release: (delivery) =>
      void change(delivery, async (despiteFindings) => {
        const { deliveryId } = delivery;
        await client.publishing.release({ deliveryId, requestId: crypto.randomUUID(), despiteFindings });
        showToast(translate('schedule.done.released', { headline: nameOf(delivery) }));
      }),
    withdraw: (delivery) =>
      void change(delivery, async () => {
        const { deliveryId, articleId, targetId, handedOver } = delivery;
        // The site would let it out all the same: it is taken off the schedule there by a delivery of its own.
        if (handedOver) {
          await client.publishing.unpublish({ articleId, targetId, requestId: crypto.randomUUID() });
        } else {
          await client.publishing.cancel({ deliveryId });
        }
        showToast(translate('schedule.done.withdrawn', { headline: nameOf(delivery) }));
      }),
  };
}
