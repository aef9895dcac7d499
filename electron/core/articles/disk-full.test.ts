import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writingSettingsSchema } from '../../../shared/contract/writing-settings.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { documentText } from '../../../shared/document/walk.ts';
import { openDeskDatabase, openWireDatabase } from '../database/open.ts';
import { typedStorageError } from '../database/storage-errors.ts';
import { createEventBus } from '../events.ts';
import { openTestWorkplace } from '../testing.ts';
import { createArticlesService } from './service.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return typedStorageError(error);
  }
  throw new Error('nothing was thrown');
}

test('a full disk is told as such, loses nothing, and the same save goes through once there is room', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-full-'));
  openWireDatabase(folder).close();
  const database = openDeskDatabase(folder);
  try {
    const articles = createArticlesService({
      database,
      events: createEventBus(() => {}),
      clock: { now: () => Date.now() },
      workplace: openTestWorkplace(database),
      draftFromWire: () => {
        throw new Error('not in this test');
      },
      liveTargets: () => new Map(),
      writing: () => writingSettingsSchema.parse({}),
      sourceNeeds: {
        storyVersion: () => null,
        fetchPage: () => Promise.reject(new Error('not in this test')),
        readFile: () => Promise.reject(new Error('not in this test')),
      },
      creditInStep: () => null,
    });
    const { articleId, base } = articles.create();
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages}`);
    const save = {
      articleId,
      base,
      mutationId: randomUUID(),
      document: buildDocument([paragraph([text('Kalimat panjang. '.repeat(20_000))])]),
    };
    expect(thrownBy(() => articles.saveDraft(save))).toMatchObject({ code: 'STORAGE_FULL' });
    expect(articles.get(articleId).base).toBe(base);
    database.pragma('max_page_count = 1000000');
    articles.saveDraft(save);
    expect(documentText(articles.get(articleId).document)).toContain('Kalimat panjang.');
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
