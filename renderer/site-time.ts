/** A time as the clock of a target's site shows it, beside the newsroom's. */
import { useQuery } from '@tanstack/react-query';
import type { Target } from '../shared/contract/publishing.ts';
import { useCore } from './core-client/core-client.ts';
import { useLocale, useTranslate } from './i18n.ts';
import { readSiteClock } from './site-clock.ts';

const KNOWN_FOR_MS = 3_600_000;

/**
 * The function that tells a time (milliseconds since 1970) in the zone of the target's site: `10.00 WITA di situs`, `Min 21.00 UTC-05:00 di situs`. It
 * answers null for a target without a site of its own, while the site has not told its zone, and with `quietWhereSame`
 * where that is the newsroom's.
 */
export function useSiteTime(
  target: Target | undefined,
  { quietWhereSame = false } = {},
): (epochMs: number) => string | null {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { queries } = useCore();
  const site = useQuery(
    queries.publishing.targets.site.queryOptions({
      input: { id: target?.id ?? '' },
      enabled: target?.capabilities.schedule === true,
      staleTime: KNOWN_FOR_MS,
      retry: false,
    }),
  ).data;
  return (epochMs) => {
    if (site === undefined) return null;
    const { time, zone, isSame } = readSiteClock(site, epochMs, offsetMinutes, language);
    if (isSame) return quietWhereSame ? null : translate('schedule.sameZone', { zone });
    return translate('schedule.siteTime', { time, zone });
  };
}
