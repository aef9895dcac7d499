/** A version as its source named it; null where the source names none. */
interface NamedVersion {
  versionId: number;
  version: string | null;
}

/**
 * The versions that came under a name the story had already: the copy was changed and nothing says so. `versions` in the
 * order of arrival; only what differs from the others is a version at all.
 */
export function silentEdits(versions: readonly NamedVersion[]): Set<number> {
  const named = new Set<string>();
  const silent = new Set<number>();
  for (const { versionId, version } of versions) {
    if (version === null) continue;
    if (named.has(version)) silent.add(versionId);
    named.add(version);
  }
  return silent;
}
