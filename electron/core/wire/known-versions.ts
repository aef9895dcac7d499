/**
 * Whether a delivery says anything new of a story that is known. Sources repeat themselves: a feed lists a story at every
 * look, two channels of one agency list different tellings of it, archives are brought in twice. But a source may also
 * go back to what it said before (an embargo lifted, a figure that was right at first), and that is news. Pure.
 */

/** A stored version. Times are milliseconds since 1970 by the source's own clock, null where it gives none. */
export interface KnownVersion {
  id: number;
  contentHash: string;
  versionCreated: number | null;
  /** The latest time at which the same was said again. */
  saidAgain: number | null;
}

/** Up to when a version was what its source said. */
export function saidAt({
  versionCreated,
  saidAgain,
}: Omit<KnownVersion, 'id' | 'contentHash'>): number | null {
  return saidAgain ?? versionCreated;
}

/** The version a desk should see: the latest by the source's own clock, by arrival where it gives none. */
export function newestOf<Version extends KnownVersion>(versions: readonly Version[]): Version | undefined {
  return versions.reduce<Version | undefined>((newest, version) => {
    if (!newest) return version;
    const [one, other] = [saidAt(newest), saidAt(version)];
    if (one === null || other === null || one === other) return version.id > newest.id ? version : newest;
    return other > one ? version : newest;
  }, undefined);
}

/**
 * True where nothing of what is delivered is new. `repeated` holds the versions this source said the last time it said
 * anything of the story; null: that was never noted, and several sources tell it.
 */
export function isKnown(
  delivered: { contentHash: string; versionCreated: number | null },
  versions: readonly KnownVersion[],
  repeated: readonly number[] | null,
): boolean {
  const same = versions.filter(({ contentHash }) => contentHash === delivered.contentHash);
  const newest = newestOf(versions);
  if (same.length === 0 || newest === undefined) return false;
  if (newest.contentHash === delivered.contentHash) return true;
  const newestAt = saidAt(newest);
  if (delivered.versionCreated !== null && newestAt !== null && delivered.versionCreated !== newestAt) {
    return delivered.versionCreated < newestAt;
  }
  return repeated === null || same.some(({ id }) => repeated.includes(id));
}
