import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type RefObject } from 'react';
import { formatClock, formatDate, formatWeekday } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import type { EditorServices } from '../../../editor/services.ts';
import { useLocale } from '../../../i18n.ts';
import { useDraftDesk } from './use-draft-desk.ts';

/** `DEMAK, SERUJI.CO.ID – ` → `Demak`: the place of a dateline as it is written in copy. */
function cityOf(dateline: string): string {
  const place = (dateline.split(/[,(–—-]/)[0] ?? '').trim().toLowerCase();
  return place.replaceAll(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** What autotext works with, looked up when an abbreviation is typed and not before. */
export function useAutotext(): RefObject<EditorServices['autotext']> {
  const { queries } = useCore();
  const desk = useDraftDesk();
  const { offsetMinutes } = useLocale();
  const settings = useQuery(queries.settings.get.queryOptions()).data;

  function lookUp(): ReturnType<EditorServices['autotext']> {
    const state = desk.state.get();
    const fields = state.kind === 'open' ? state.draft.fields.get() : null;
    const now = Date.now();
    return {
      entries: settings?.writing.autotext ?? [],
      values: {
        kota: cityOf(fields?.dateline ?? ''),
        hari: formatWeekday(now, offsetMinutes),
        tanggal: formatDate(now, offsetMinutes),
        jam: formatClock(now, offsetMinutes),
        penulis: fields?.byline ?? '',
        outlet: settings?.house.outlet ?? '',
      },
    };
  }
  const latest = useRef(lookUp);
  useEffect(() => {
    latest.current = lookUp;
  });
  return latest;
}
