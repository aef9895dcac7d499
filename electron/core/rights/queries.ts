/** All SQL of the rights ledger. */
import type { LedgerFilter, PictureRights } from '../../../shared/contract/rights.ts';
import type { Database } from '../database/open.ts';

interface PictureRow {
  media_id: string;
  file_name: string;
  credit: string;
  ends_at: number;
  uses: PictureRights['uses'];
  notice: string;
  said_by: PictureRights['from'];
  age: number;
}

/** What is said of a picture; `expiresAt` and `now` in milliseconds since 1970. */
interface SaidOfPicture extends Pick<PictureRights, 'mediaId' | 'credit' | 'uses' | 'notice'> {
  expiresAt: number | null;
  now: number;
}

/** The end of what has none: it comes after every other. */
const NEVER = 8_640_000_000_000_000;

function pictureOf(row: PictureRow): PictureRights {
  return {
    mediaId: row.media_id,
    fileName: row.file_name,
    credit: row.credit,
    expires: row.ends_at === NEVER ? null : new Date(row.ends_at).toISOString(),
    uses: row.uses,
    notice: row.notice,
    from: row.said_by,
  };
}

/** A page of the ledger after one that ended there: those that end first before all others, of the others the newest. */
export const LEDGER_PAGE = `SELECT picture_right.*, file_name FROM picture_right JOIN media ON media.id = media_id
  WHERE (ends_at, age, media_id) > (@afterEnd, @afterAge, @afterId) AND ends_at <= @until
  ORDER BY ends_at, age, media_id LIMIT @limit`;

export function rightsQueries(database: Database) {
  const columns = 'media_id, credit, ends_at, uses, notice, said_by, person_id, at, age';
  const said = (by: string): string =>
    `INSERT INTO picture_right (${columns})
     SELECT id, @credit, @endsAt, @uses, @notice, ${by}, @now, -created_at FROM media WHERE id = @mediaId
     ON CONFLICT (media_id) DO UPDATE SET credit = excluded.credit, ends_at = excluded.ends_at, uses = excluded.uses,
       notice = excluded.notice, said_by = excluded.said_by, person_id = excluded.person_id, at = excluded.at`;
  const statements = {
    fromFile: database.prepare(`${said('@from, NULL')} WHERE said_by = 'nobody'`),
    byDesk: database.prepare(said("'desk', @personId")),
    get: database.prepare<[string], PictureRow>(
      'SELECT picture_right.*, file_name FROM picture_right JOIN media ON media.id = media_id WHERE media_id = ?',
    ),
    list: database.prepare<
      { until: number; afterEnd: number; afterAge: number; afterId: string; limit: number },
      PictureRow
    >(LEDGER_PAGE),
  };
  const withEnd = ({ expiresAt, ...rest }: SaidOfPicture) => ({ ...rest, endsAt: expiresAt ?? NEVER });
  return {
    /** Enters a picture with what its file says, `nobody` where it says nothing; what is known of it already stays. */
    noteFromFile({ from, ...rest }: SaidOfPicture & { from: 'file' | 'nobody' }): void {
      statements.fromFile.run({ ...withEnd(rest), from });
    },
    setByDesk({ personId, ...rest }: SaidOfPicture & { personId: string }): void {
      statements.byDesk.run({ ...withEnd(rest), personId });
    },
    /** Null of a picture that is not in the ledger. */
    picture(mediaId: string): PictureRights | null {
      const row = statements.get.get(mediaId);
      return row ? pictureOf(row) : null;
    },
    /**
     * In the order of `LEDGER_PAGE`. `cursor` as this answered it; `now` and `soonUntil` in milliseconds since 1970.
     */
    pictures(filter: LedgerFilter, now: number, soonUntil: number, cursor: string | null, limit: number) {
      const [afterEnd, afterAge, afterId = ''] = (cursor ?? '').split('/');
      const rows = statements.list.all({
        until: filter === 'ended' ? now : filter === 'soon' ? soonUntil : NEVER,
        afterEnd: cursor === null ? (filter === 'soon' ? now : -NEVER) : Number(afterEnd),
        // A licence that ends this very instant has ended.
        afterAge: cursor === null ? NEVER : Number(afterAge),
        afterId,
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const isMore = rows.length > limit && last !== undefined;
      return {
        pictures: page.map(pictureOf),
        cursor: isMore ? `${last.ends_at}/${last.age}/${last.media_id}` : null,
      };
    },
  };
}
