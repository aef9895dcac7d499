import { useEffect, useState } from 'react';
import type { ImpactDetail } from '../../../shared/contract/impact.ts';
import type { Mend, MendableCopy } from '../../../shared/provenance/mend.ts';
import type { MendRequest } from './mend-worker.ts';

type Version = ImpactDetail['newest'];

function copyOf({ copy: { headline, dek, document } }: Version): MendableCopy {
  return { fields: { headline, dek }, document };
}

/**
 * What each change of the source means for our copy; undefined while it is being worked out, null where that failed, or
 * where the version ours was made from is gone.
 */
export function useMends({
  base,
  newest,
  article,
}: Pick<ImpactDetail, 'base' | 'newest' | 'article'>): Mend[] | null | undefined {
  const [done, setDone] = useState<{ key: string; mends: Mend[] | null } | null>(null);
  const key = `${base?.versionId ?? 0} ${newest.versionId} ${article.base}`;
  useEffect(() => {
    if (base === null) return undefined;
    const worker = new Worker(new URL('./mend-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Mend[]>) => {
      setDone({ key, mends: data });
      worker.terminate();
    });
    worker.addEventListener('error', () => setDone({ key, mends: null }));
    const request: MendRequest = { base: copyOf(base), theirs: copyOf(newest), ours: article };
    worker.postMessage(request);
    return () => worker.terminate();
    // The three are told apart by their numbers: a fetch that brings the same again begins nothing anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  if (base === null) return null;
  return done?.key === key ? done.mends : undefined;
}
