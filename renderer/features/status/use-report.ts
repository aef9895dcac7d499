import { useQueryClient } from '@tanstack/react-query';
import { formatIsoWithOffset } from '../../../shared/domain/indonesian-dates.ts';
import { composeReport } from '../../../shared/domain/problem-report.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useConnectionStatus } from '../../core-client/use-events.ts';
import type { LateThing } from '../../health/decide-late-things.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { showToast } from '../../ui/toast.ts';

const LOG_LINES = 100;

/** *Salin laporan*: how things stand, redacted, into the clipboard. */
export function useReport(things: readonly LateThing[]): () => Promise<void> {
  const { queries } = useCore();
  const queryClient = useQueryClient();
  const connection = useConnectionStatus();
  const translate = useTranslate();
  const { offsetMinutes } = useLocale();

  return async () => {
    try {
      const [status, sources, targets, backups, log] = await Promise.all([
        queryClient.fetchQuery(queries.system.status.queryOptions()),
        queryClient.fetchQuery(queries.wire.sources.list.queryOptions()),
        queryClient.fetchQuery(queries.publishing.targets.list.queryOptions()),
        queryClient.fetchQuery(queries.system.backups.queryOptions()),
        queryClient.fetchQuery(queries.system.log.queryOptions({ input: { limit: LOG_LINES } })),
      ]);
      const report = composeReport({
        version: status.version,
        environment: navigator.userAgent,
        connection,
        writtenAt: formatIsoWithOffset(Date.now(), offsetMinutes),
        wireStories: status.wireStories,
        // The headline of an article is copy: its id says which.
        late: things.map((thing) => ({ ...thing, name: thing.kind === 'save' ? thing.id : thing.name })),
        counts: { sources: sources.length, targets: targets.length },
        newestBackup: backups[0]?.createdAt ?? null,
        notices: status.notices,
        log,
      });
      await navigator.clipboard.writeText(report);
      showToast(translate('health.report.copied'));
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    }
  };
}
