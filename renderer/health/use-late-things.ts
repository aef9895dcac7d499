import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCore } from '../core-client/core-client.ts';
import { useLocale } from '../i18n.ts';
import { useLateSaves } from '../late-saves.ts';
import { useNow } from '../ui/use-now.ts';
import { decideLateThings, type LateThing } from './decide-late-things.ts';

const MOST_STOPPED = 200;

/** What is behind now, for the status bar and the page of it. */
export function useLateThings(): readonly LateThing[] {
  const { queries } = useCore();
  const now = useNow();
  const { offsetMinutes } = useLocale();
  const saves = useLateSaves();
  const sources = useQuery(queries.wire.sources.list.queryOptions()).data;
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  const commentSites = useQuery(queries.comments.sites.queryOptions()).data;
  const stopped = useQuery(
    queries.publishing.deliveries.queryOptions({ input: { view: 'stopped', limit: MOST_STOPPED } }),
  ).data;
  return useMemo(
    () =>
      decideLateThings(
        {
          sources: sources ?? [],
          targets: targets ?? [],
          stopped: stopped?.rows ?? [],
          saves,
          commentSites: commentSites ?? [],
        },
        now,
        offsetMinutes,
      ),
    [sources, targets, stopped, saves, commentSites, now, offsetMinutes],
  );
}
