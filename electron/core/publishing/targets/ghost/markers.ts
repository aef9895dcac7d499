/**
 * The marker of a delivery, as a comment in the post's own code for its foot: Ghost's editor leaves it, its filter finds it,
 * and readers see nothing of it. What the site has there of its own stays.
 */

const OURS = /<!-- redaksi-[^>]* -->/g;

/** The foot with these markers in the place of earlier ones. */
export function withMarkers(foot: string, markers: readonly string[]): string {
  const theirs = foot.replace(OURS, '').trim();
  return [theirs, `<!-- ${markers.join(' ')} -->`].filter((part) => part !== '').join('\n');
}
