import type { Migration } from '../../migrate.ts';

/** Readers' comments as their sites have them, what was decided of each, replies, complaints. */
export const comments: Migration = {
  name: '0006-comments',
  run(database) {
    database.exec(`
      CREATE TABLE comment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        target_id TEXT NOT NULL REFERENCES target (id),
        remote_id TEXT NOT NULL,
        post_remote_id TEXT NOT NULL,
        post_title TEXT NOT NULL,
        post_url TEXT,
        article_id TEXT REFERENCES article (id),
        parent_remote_id TEXT,
        author_name TEXT NOT NULL,
        text TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        status TEXT NOT NULL,
        site_status TEXT NOT NULL,
        decided_by TEXT,
        decided_at INTEGER,
        told_at INTEGER,
        error TEXT,
        complaint_note TEXT,
        complaint_received_at INTEGER,
        complaint_done_at INTEGER,
        complaint_answer TEXT NOT NULL DEFAULT '',
        UNIQUE (target_id, remote_id)
      ) STRICT;
      CREATE INDEX comment_by_status ON comment (status, created_at DESC, id DESC);
      CREATE INDEX comment_by_complaint ON comment (complaint_done_at, complaint_received_at)
        WHERE complaint_received_at IS NOT NULL;

      CREATE TABLE comment_reply (
        id TEXT PRIMARY KEY,
        comment_id INTEGER NOT NULL REFERENCES comment (id),
        text TEXT NOT NULL,
        replied_by TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        error TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX comment_reply_by_comment ON comment_reply (comment_id, created_at);

      CREATE TABLE comment_site (
        target_id TEXT PRIMARY KEY REFERENCES target (id),
        fetched_at INTEGER,
        error TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX placement_by_remote ON placement (target_id, json_extract(remote, '$.remoteId'));
    `);
  },
};
