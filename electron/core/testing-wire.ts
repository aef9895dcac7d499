/** Wire copy for tests: one item of ninjs (IPTC ninjs 2.0) brought in as a file. */
import type { TestCore } from './testing.ts';

/** Brings one in and gives its story and the version that is the story's newest now. */
export async function deliver(
  desk: TestCore,
  item: { uri: string; headline: string; body_text: string; [property: string]: unknown },
): Promise<{ storyId: number; versionId: number }> {
  const file = new File([JSON.stringify(item)], 'kawat.json');
  const { storyIds } = await desk.client.wire.importFile({ file, name: file.name });
  const { storyId, versionId } = await desk.client.wire.get({ storyId: storyIds[0] ?? 0 });
  return { storyId, versionId };
}
