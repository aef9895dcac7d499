/** A story as ninjs 1.x, with what a test says of it. */
export function ninjs(details: Record<string, unknown>): string {
  return JSON.stringify({
    uri: 'urn:kawat:1',
    type: 'text',
    pubstatus: 'usable',
    versioncreated: '2026-11-24T09:00:00+07:00',
    headline: 'Korban gempa bertambah',
    body_text: 'Mataram (ANTARA) - Korban gempa menjadi 12 orang.',
    ...details,
  });
}
