import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { openWireDatabase } from './database/open.ts';
import { openTestCore } from './testing.ts';

test('what a desk does waits for no delivery that is being stored', async () => {
  const desk = await openTestCore();
  const { storyIds } = await desk.client.wire.importText({
    text: 'Harga cabai turun\n\nPasokan kembali normal.',
  });
  const writing = openWireDatabase(desk.dataFolder);
  writing.exec('BEGIN IMMEDIATE');
  try {
    await desk.client.wire.markRead({ storyIds, read: true });
    const { articleId, base } = await desk.client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 });
    const document = buildDocument([paragraph([text('Pasokan cabai kembali normal.')])]);
    await desk.client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), document });
    await desk.client.articles.changeState({ articleId, to: 'submitted' });
    await desk.client.articles.saveRevision({ articleId, note: '' });
    const [target] = await desk.client.publishing.targets.list();
    const { state } = await desk.client.publishing.publish({
      articleId,
      targetId: target?.id ?? '',
      requestId: randomUUID(),
    });
    expect(state).toBe('queued');
  } finally {
    writing.exec('ROLLBACK');
    writing.close();
    await desk.close();
  }
});
