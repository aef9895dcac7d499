/** All SQL of the provenance slice. */
import type { Database } from '../database/open.ts';

interface AcceptedRow {
  key: string;
  note: string;
  person_id: string;
  accepted_at: number;
}

export interface StoredAcceptance {
  key: string;
  note: string;
  personId: string;
  acceptedAt: number;
}

export function provenanceQueries(database: Database) {
  const statements = {
    list: database.prepare<[string], AcceptedRow>(
      'SELECT key, note, person_id, accepted_at FROM accepted_finding WHERE article_id = ? ORDER BY accepted_at, key',
    ),
    add: database.prepare<[string, string, string, string, number]>(
      `INSERT INTO accepted_finding (article_id, key, note, person_id, accepted_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (article_id, key) DO UPDATE
       SET note = excluded.note, person_id = excluded.person_id, accepted_at = excluded.accepted_at`,
    ),
    agreed: database.prepare<[number], { key: string }>(
      'SELECT key FROM agreed_finding WHERE revision_id = ?',
    ),
    agree: database.prepare<[number, string]>(
      'INSERT INTO agreed_finding (revision_id, key) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    remove: database.prepare<[string, string]>(
      'DELETE FROM accepted_finding WHERE article_id = ? AND key = ?',
    ),
  };
  return {
    accepted: (articleId: string): StoredAcceptance[] =>
      statements.list.all(articleId).map(({ key, note, person_id: personId, accepted_at: acceptedAt }) => ({
        key,
        note,
        personId,
        acceptedAt,
      })),
    accept(articleId: string, { key, note, personId, acceptedAt }: StoredAcceptance): void {
      statements.add.run(articleId, key, note, personId, acceptedAt);
    },
    /** Keys of findings somebody said yes to when the revision went out. */
    agreed: (revisionId: number): string[] => statements.agreed.all(revisionId).map(({ key }) => key),
    agree(revisionId: number, keys: readonly string[]): void {
      for (const key of keys) statements.agree.run(revisionId, key);
    },
    reopen(articleId: string, key: string): void {
      statements.remove.run(articleId, key);
    },
  };
}
