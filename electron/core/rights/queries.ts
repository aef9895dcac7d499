/** All SQL of the rights ledger. */
import type { LedgerFilter, PictureRights } from '../../../shared/contract/rights.ts';
import type { Database } from '../database/open.ts';

interface PictureRow {
  media_id: string;
  file_name: string;
  credit: string;
  expires_at: number | null;
  uses: PictureRights['uses'];
  notice: string;
  said_by: PictureRights['from'];
}

function pictureOf(row: PictureRow): PictureRights {
  return {
    mediaId: row.media_id,
    fileName: row.file_name,
    credit: row.credit,
    expires: row.expires_at === null ? null : new Date(row.expires_at).toISOString(),
    uses: row.uses,
    notice: row.notice,
    from: row.said_by,
  };
}

/** Ends that are not there come last. */
const NEVER = 8_640_000_000_000_000;

export function rightsQueries(database: Database) {
  const statements = {
    fromFile: database.prepare(
      `INSERT INTO picture_right (media_id, credit, expires_at, uses, notice, said_by, person_id, at)
       VALUES (@mediaId, @credit, @expiresAt, @uses, @notice, 'file', NULL, @now) ON CONFLICT DO NOTHING`,
    ),
    byDesk: database.prepare(
      `INSERT INTO picture_right (media_id, credit, expires_at, uses, notice, said_by, person_id, at)
       VALUES (@mediaId, @credit, @expiresAt, @uses, @notice, 'desk', @personId, @now)
       ON CONFLICT (media_id) DO UPDATE SET credit = excluded.credit, expires_at = excluded.expires_at,
         uses = excluded.uses, notice = excluded.notice, said_by = 'desk', person_id = excluded.person_id, at = excluded.at`,
    ),
    get: database.prepare<[string], PictureRow>(
      'SELECT picture_right.*, media.file_name FROM picture_right JOIN media ON media.id = media_id WHERE media_id = ?',
    ),
    /** Those that end first before all others, of the others the newest. */
    list: database.prepare<
      { from: number; until: number; afterEnd: number; afterAge: number; afterId: string; limit: number },
      PictureRow & { age: number }
    >(
      `SELECT media.id AS media_id, media.file_name, -media.created_at AS age, expires_at,
         coalesce(credit, '') AS credit, coalesce(uses, 'open') AS uses, coalesce(notice, '') AS notice,
         coalesce(said_by, 'nobody') AS said_by
       FROM media LEFT JOIN picture_right ON media_id = media.id
       WHERE coalesce(expires_at, ${NEVER}) > @from AND coalesce(expires_at, ${NEVER}) <= @until
         AND (coalesce(expires_at, ${NEVER}), -media.created_at, media.id) > (@afterEnd, @afterAge, @afterId)
       ORDER BY coalesce(expires_at, ${NEVER}), age, media.id LIMIT @limit`,
    ),
  };
  return {
    /** What a file says; what is known of the picture already stays. */
    noteFromFile(
      rights: { mediaId: string; expiresAt: number | null; now: number } & Pick<
        PictureRights,
        'credit' | 'uses' | 'notice'
      >,
    ): void {
      statements.fromFile.run(rights);
    },
    setByDesk(
      rights: { mediaId: string; expiresAt: number | null; personId: string; now: number } & Pick<
        PictureRights,
        'credit' | 'uses' | 'notice'
      >,
    ): void {
      statements.byDesk.run(rights);
    },
    picture(mediaId: string): PictureRights | null {
      const row = statements.get.get(mediaId);
      return row ? pictureOf(row) : null;
    },
    /** `cursor` as this answered it. `soonUntil`: milliseconds since 1970. */
    pictures(filter: LedgerFilter, now: number, soonUntil: number, cursor: string | null, limit: number) {
      const [afterEnd, afterAge, afterId = ''] = (cursor ?? '').split('/');
      const rows = statements.list.all({
        from: filter === 'soon' ? now : -NEVER,
        until: filter === 'ended' ? now : filter === 'soon' ? soonUntil : NEVER,
        afterEnd: cursor === null ? -NEVER : Number(afterEnd),
        afterAge: cursor === null ? -NEVER : Number(afterAge),
        afterId,
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const isMore = rows.length > limit && last !== undefined;
      return {
        pictures: page.map(pictureOf),
        cursor: isMore ? `${last.expires_at ?? NEVER}/${last.age}/${last.media_id}` : null,
      };
    },
  };
}
