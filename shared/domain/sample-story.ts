/**
 * What tells copy of the sample newsroom from an agency's: its stories are named under domains that nobody can have
 * (RFC 2606). An article keeps the names of its sources when the sample newsroom has gone.
 */
const SAMPLE_URI = /^(?:https?:\/\/|tag:)(?:alfa|beta|gamma)\.example[/,]/;

/** Whether a story of this uri came with the sample newsroom. */
export function isSampleUri(uri: string): boolean {
  return SAMPLE_URI.test(uri);
}
