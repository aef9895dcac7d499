/**
 * What tells copy of the sample newsroom from an agency's: its stories are named under domains that nobody can have
 * (RFC 2606). An article keeps the names of its sources when the sample newsroom has gone.
 */
const SAMPLE_URI = /^(?:https?:\/\/|tag:)(?:alfa|beta|gamma)\.example[/,]/;

/** The sample's own place to publish to. It ships with the program, as the ids of its sources do. */
export const SAMPLE_TARGET_ID = '00000000-0000-4000-8000-0000000000d4';

/** Whether a story of this uri came with the sample newsroom. */
export function isSampleUri(uri: string): boolean {
  return SAMPLE_URI.test(uri);
}
