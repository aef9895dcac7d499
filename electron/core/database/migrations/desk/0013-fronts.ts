import { randomUUID } from 'node:crypto';
import type { Migration } from '../../migrate.ts';

/**
 * Fronts with their drafts, what is live and every launch; deliveries of fronts, the clipboard, figures of what is read
 * most. The hand order of TERPOPULER becomes the slots of that collection.
 */
export const fronts: Migration = {
  name: '0013-fronts',
  run(database) {
    database.exec(`
      CREATE TABLE front (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        section TEXT NOT NULL,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        version INTEGER NOT NULL,
        draft TEXT NOT NULL,
        live TEXT NOT NULL,
        notices TEXT NOT NULL DEFAULT '[]',
        created_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE front_mutation (
        id TEXT PRIMARY KEY,
        front_id TEXT NOT NULL REFERENCES front (id),
        version INTEGER NOT NULL,
        inverse TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX front_mutation_by_time ON front_mutation (at);

      CREATE TABLE launch (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        request_id TEXT NOT NULL UNIQUE,
        front_id TEXT NOT NULL REFERENCES front (id),
        number INTEGER,
        at INTEGER NOT NULL,
        asked_at INTEGER NOT NULL,
        person_id TEXT REFERENCES person (id),
        note TEXT NOT NULL,
        reason TEXT NOT NULL,
        state TEXT NOT NULL,
        collection_ids TEXT NOT NULL,
        whole INTEGER NOT NULL,
        content TEXT NOT NULL
      ) STRICT;
      CREATE INDEX launch_by_front ON launch (front_id, state, at DESC);

      CREATE TABLE front_delivery (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        front_id TEXT NOT NULL REFERENCES front (id),
        target_id TEXT NOT NULL REFERENCES target (id),
        launch_id TEXT NOT NULL REFERENCES launch (id),
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        retry_at INTEGER,
        error TEXT,
        url TEXT,
        differences TEXT NOT NULL DEFAULT '[]',
        digest TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        UNIQUE (launch_id, target_id)
      ) STRICT;
      CREATE INDEX front_delivery_by_front ON front_delivery (front_id, target_id, number DESC);

      CREATE TABLE front_clipboard (
        person_id TEXT PRIMARY KEY REFERENCES person (id),
        slots TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE popularity (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        source TEXT NOT NULL,
        window_hours INTEGER NOT NULL,
        rows TEXT NOT NULL,
        fetched_at INTEGER,
        passed_over INTEGER NOT NULL,
        error TEXT
      ) STRICT;
      INSERT INTO popularity VALUES (1, '{"kind":"hand"}', 24, '[]', NULL, 0, NULL);
    `);
    const popular = database
      .prepare<[], string>('SELECT article_id FROM popular ORDER BY position')
      .pluck()
      .all();
    const now = Date.now();
    const content = JSON.stringify({ collections: homeCollections(popular, new Date(now).toISOString()) });
    const front = { frontId: randomUUID(), content, now };
    database
      .prepare(
        `INSERT INTO front (id, kind, section, name, position, version, draft, live, created_at)
         VALUES (@frontId, 'home', '', 'Beranda', 0, 1, @content, @content, @now)`,
      )
      .run(front);
    database
      .prepare(
        `INSERT INTO launch (id, request_id, front_id, number, at, asked_at, note, reason, state, collection_ids, whole, content)
         VALUES (@launchId, @launchId, @frontId, 1, @now, @now, '', 'migrated', 'launched',
           (SELECT json_group_array(value ->> 'collectionId') FROM json_each(@content, '$.collections')), 1, @content)`,
      )
      .run({ ...front, launchId: randomUUID() });
    database.exec('DROP TABLE popular');
  },
};

/** What Beranda showed before there were fronts: the newest stories, and TERPOPULER in the hand's order. */
function homeCollections(popular: readonly string[], placedAt: string): unknown[] {
  const collection = (
    title: string,
    layout: string,
    cap: number,
    [by, rule]: [string, string],
    slots: unknown[] = [],
  ) => ({
    collectionId: randomUUID(),
    title,
    layout,
    cap,
    fill: { by, rule: { kind: rule } },
    allowRepeats: layout === 'sidebar',
    stamp: '',
    slots,
  });
  const slots = popular.map((articleId) => ({
    slotId: randomUUID(),
    content: { kind: 'article', articleId },
    headline: null,
    kicker: null,
    summary: null,
    picture: { kind: 'own' },
    size: 'auto',
    pinnedAt: null,
    locked: false,
    startsAt: null,
    endsAt: null,
    stamp: '',
    placedAt,
  }));
  return [
    collection('Headline', 'lead4', 5, ['hand-then-rule', 'latest']),
    collection('Pilihan Editor', 'strip', 4, ['hand', 'latest']),
    collection('Berita Lain', 'list', 24, ['rule', 'latest']),
    collection('ARTIKEL TERBARU', 'sidebar', 8, ['rule', 'latest']),
    collection('TERPOPULER', 'sidebar', 8, ['hand-then-rule', 'popular'], slots),
  ];
}
