import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { SourceIntake } from '../../../shared/contract/wire-sources.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { showToast } from '../../ui/toast.ts';
import { ImportStatus } from './ImportStatus.tsx';
import { useTellError } from './use-tell.ts';

const LOOK_EVERY_MS = 1_000;
/** What is over sooner needs no words. */
const TOLD_AFTER_MS = 2_000;

function isLong({ startedAt, now }: SourceIntake): boolean {
  return Date.parse(now) - Date.parse(startedAt) > TOLD_AFTER_MS;
}

/** How far a source is that brings many files at once, the one that began first. Stopping it pauses the source. */
export function IntakeStatus(): ReactElement | null {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const tellError = useTellError();
  const sources = useQuery(queries.wire.sources.list.queryOptions()).data ?? [];
  const working = sources.some(({ state }) => state.status === 'working');
  const intakes = useQuery({
    ...queries.wire.sources.intakes.queryOptions(),
    // Between two lots the source rests for a moment.
    enabled: ({ state }) => working || (state.data?.length ?? 0) > 0,
    refetchInterval: LOOK_EVERY_MS,
  }).data;
  const intake = intakes
    ?.filter(isLong)
    .toSorted((one, other) => one.startedAt.localeCompare(other.startedAt))[0];
  if (intake === undefined) return null;
  const { sourceId, files, filesDone, startedAt, now, ...soFar } = intake;
  const name = sources.find(({ id }) => id === sourceId)?.name ?? '';

  function stop(): void {
    client.wire.sources
      .stopIntake({ id: sourceId })
      .then(() => showToast(translate('importProgress.stopped', { name })))
      .catch(tellError);
  }

  return (
    <ImportStatus
      title={translate('importProgress.source', {
        name,
        number: Math.min(filesDone + 1, files),
        count: files,
      })}
      soFar={{ ...soFar, startedAt: Date.parse(startedAt), now: Date.parse(now) }}
      onStop={stop}
    />
  );
}
