import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { showToast } from '../../ui/toast.ts';
import { useTellError } from './use-tell.ts';

/**
 * Restores a backup: the core closes and opens its data again, so the answer is only the half of it; the other is the
 * connection that stands again, on which everything is asked for anew. The way back is offered with the message.
 */
export function useRestore(): { working: boolean; restore: (name: string) => Promise<boolean> } {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { client, events } = useCore();
  const queryClient = useQueryClient();
  const tellError = useTellError();
  const [working, setWorking] = useState(false);

  async function restore(name: string): Promise<boolean> {
    setWorking(true);
    const { connected, stop } = nextConnection(events);
    try {
      const { restored, keptAs } = await client.system.restore({ name });
      await connected;
      await queryClient.invalidateQueries();
      const time = formatDateTime(Date.parse(restored.createdAt), offsetMinutes, language);
      const kept = /^backups\/(.+)$/.exec(keptAs)?.[1];
      showToast(translate('safety.restore.done', { time }), {
        action:
          kept === undefined
            ? null
            : { label: translate('safety.restore.undo'), run: () => void restore(kept) },
      });
      return true;
    } catch (error) {
      tellError(error);
      return false;
    } finally {
      stop();
      setWorking(false);
    }
  }

  return { working, restore };
}

function nextConnection(events: ReturnType<typeof useCore>['events']): {
  connected: Promise<void>;
  stop: () => void;
} {
  let stop = (): void => {};
  const connected = new Promise<void>((resolve) => {
    stop = events.subscribeResumed(resolve);
  });
  return { connected, stop: () => stop() };
}
