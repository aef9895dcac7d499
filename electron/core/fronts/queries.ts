/** All SQL about fronts, their edits, launches and clipboards. Times in milliseconds since 1970. */
import {
  slotSchema,
  type FrontContent,
  type FrontKind,
  type Slot,
} from '../../../shared/contract/front-content.ts';
import { frontEditSchema, type FrontEdit } from '../../../shared/contract/front-edits.ts';
import type { FrontNotice, Launch } from '../../../shared/contract/fronts.ts';
import type { Database } from '../database/open.ts';
import { createContentReader } from './content-reader.ts';

export interface StoredFront {
  frontId: string;
  kind: FrontKind;
  section: string;
  name: string;
  position: number;
  version: number;
  draft: FrontContent;
  live: FrontContent;
  notices: FrontNotice[];
  removed: boolean;
}

interface FrontRow {
  id: string;
  kind: FrontKind;
  section: string;
  name: string;
  position: number;
  version: number;
  draft: string;
  live: string;
  notices: string;
  removed_at: number | null;
}

export interface StoredLaunch {
  sequence: number;
  launchId: string;
  frontId: string;
  /** Null until it is launched. */
  number: number | null;
  at: number;
  askedAt: number;
  personId: string | null;
  note: string;
  reason: Launch['reason'];
  state: Launch['state'];
  collectionIds: string[];
  /** The whole front was launched: what it does not hold goes. */
  whole: boolean;
  /** Launched: the front as it was live from then on. Scheduled: the draft as it was when it was asked for. */
  content: FrontContent;
}

interface LaunchRow {
  sequence: number;
  id: string;
  front_id: string;
  number: number | null;
  at: number;
  asked_at: number;
  person_id: string | null;
  note: string;
  reason: Launch['reason'];
  state: Launch['state'];
  collection_ids: string;
  whole: number;
  content: string;
}

type ReadContent = (json: string) => FrontContent;

function frontOf(row: FrontRow, contentOf: ReadContent): StoredFront {
  return {
    frontId: row.id,
    kind: row.kind,
    section: row.section,
    name: row.name,
    position: row.position,
    version: row.version,
    draft: contentOf(row.draft),
    live: contentOf(row.live),
    notices: JSON.parse(row.notices) as FrontNotice[],
    removed: row.removed_at !== null,
  };
}

function launchOf(row: LaunchRow, contentOf: ReadContent): StoredLaunch {
  return {
    sequence: row.sequence,
    launchId: row.id,
    frontId: row.front_id,
    number: row.number,
    at: row.at,
    askedAt: row.asked_at,
    personId: row.person_id,
    note: row.note,
    reason: row.reason,
    state: row.state,
    collectionIds: JSON.parse(row.collection_ids) as string[],
    whole: row.whole === 1,
    content: contentOf(row.content),
  };
}

export type FrontQueries = ReturnType<typeof frontQueries>;

export function frontQueries(database: Database) {
  const statements = {
    fronts: database.prepare<[], FrontRow>(
      'SELECT * FROM front WHERE removed_at IS NULL ORDER BY position, created_at, id',
    ),
    front: database.prepare<[string], FrontRow>('SELECT * FROM front WHERE id = ?'),
    addFront: database.prepare(
      `INSERT INTO front (id, kind, section, name, position, version, draft, live, created_at)
       VALUES (@frontId, @kind, @section, @name, (SELECT max(position) + 1 FROM front), 1, @draft, @live, @now)`,
    ),
    writeDraft: database.prepare('UPDATE front SET draft = @draft, version = @version WHERE id = @frontId'),
    writeLive: database.prepare('UPDATE front SET live = @live WHERE id = @frontId'),
    writeNotices: database.prepare('UPDATE front SET notices = @notices WHERE id = @frontId'),
    rename: database.prepare('UPDATE front SET name = ? WHERE id = ?'),
    remove: database.prepare('UPDATE front SET removed_at = ? WHERE id = ?'),

    mutation: database.prepare<[string], { front_id: string; version: number; inverse: string }>(
      'SELECT front_id, version, inverse FROM front_mutation WHERE id = ?',
    ),
    addMutation: database.prepare(
      'INSERT INTO front_mutation (id, front_id, version, inverse, at) VALUES (@mutationId, @frontId, @version, @inverse, @now)',
    ),
    forgetMutations: database.prepare('DELETE FROM front_mutation WHERE at < ?'),

    addLaunch: database.prepare(
      `INSERT INTO launch (id, request_id, front_id, number, at, asked_at, person_id, note, reason, state, collection_ids, whole, content)
       VALUES (@launchId, @requestId, @frontId, @number, @at, @askedAt, @personId, @note, @reason, @state, @collectionIds, @whole, @content)`,
    ),
    settleLaunch: database.prepare(
      'UPDATE launch SET state = @state, number = @number, at = @at, content = @content WHERE id = @launchId',
    ),
    launch: database.prepare<[string], LaunchRow>('SELECT * FROM launch WHERE id = ?'),
    launchOfRequest: database.prepare<[string], LaunchRow>('SELECT * FROM launch WHERE request_id = ?'),
    nextNumber: database
      .prepare<[string], number>('SELECT ifnull(max(number), 0) + 1 FROM launch WHERE front_id = ?')
      .pluck(),
    lastLaunch: database.prepare<[string], LaunchRow>(
      `SELECT * FROM launch WHERE front_id = ? AND state = 'launched' ORDER BY number DESC LIMIT 1`,
    ),
    launchAt: database.prepare<[string, number], LaunchRow>(
      `SELECT * FROM launch WHERE front_id = ? AND state = 'launched' AND at <= ? ORDER BY number DESC LIMIT 1`,
    ),
    scheduled: database.prepare<[string], LaunchRow>(
      `SELECT * FROM launch WHERE front_id = ? AND state = 'scheduled' ORDER BY at, sequence`,
    ),
    launches: database.prepare<{ frontId: string; before: number; limit: number }, LaunchRow>(
      `SELECT * FROM launch WHERE front_id = @frontId AND state = 'launched' AND number < @before
       ORDER BY number DESC LIMIT @limit`,
    ),

    clipboard: database
      .prepare<[string], string>('SELECT slots FROM front_clipboard WHERE person_id = ?')
      .pluck(),
    clipboards: database.prepare<[], { person_id: string; slots: string }>('SELECT * FROM front_clipboard'),
    writeClipboard: database.prepare(
      `INSERT INTO front_clipboard (person_id, slots) VALUES (@personId, @slots)
       ON CONFLICT (person_id) DO UPDATE SET slots = excluded.slots`,
    ),
  };

  const read = createContentReader();
  const toFront = (row: FrontRow): StoredFront => frontOf(row, read);
  const toLaunch = (row: LaunchRow): StoredLaunch => launchOf(row, read);
  const optional = <Row, Value>(row: Row | undefined, map: (row: Row) => Value): Value | null =>
    row === undefined ? null : map(row);

  return {
    fronts: (): StoredFront[] => statements.fronts.all().map(toFront),
    front: (frontId: string): StoredFront | null => optional(statements.front.get(frontId), toFront),
    addFront(front: Pick<StoredFront, 'frontId' | 'kind' | 'section' | 'name' | 'draft'>, now: number): void {
      const { draft, ...rest } = front;
      const live: FrontContent = { collections: [] };
      statements.addFront.run({ ...rest, draft: JSON.stringify(draft), live: JSON.stringify(live), now });
    },
    writeDraft(frontId: string, version: number, draft: FrontContent): void {
      statements.writeDraft.run({ frontId, version, draft: JSON.stringify(draft) });
    },
    writeLive(frontId: string, live: FrontContent): void {
      statements.writeLive.run({ frontId, live: JSON.stringify(live) });
    },
    writeNotices(frontId: string, notices: readonly FrontNotice[]): void {
      statements.writeNotices.run({ frontId, notices: JSON.stringify(notices) });
    },
    rename: (frontId: string, name: string) => statements.rename.run(name, frontId),
    remove: (frontId: string, now: number) => statements.remove.run(now, frontId),

    mutation: (mutationId: string): { frontId: string; version: number; inverse: FrontEdit } | null =>
      optional(statements.mutation.get(mutationId), ({ front_id: frontId, version, inverse }) => {
        return { frontId, version, inverse: frontEditSchema.parse(JSON.parse(inverse)) };
      }),
    addMutation(mutation: {
      mutationId: string;
      frontId: string;
      version: number;
      inverse: FrontEdit;
      now: number;
    }): void {
      statements.addMutation.run({ ...mutation, inverse: JSON.stringify(mutation.inverse) });
    },
    forgetMutations: (before: number) => statements.forgetMutations.run(before),

    addLaunch({
      collectionIds,
      whole,
      content,
      ...launch
    }: Omit<StoredLaunch, 'sequence'> & { requestId: string }): void {
      statements.addLaunch.run({
        ...launch,
        collectionIds: JSON.stringify(collectionIds),
        whole: whole ? 1 : 0,
        content: JSON.stringify(content),
      });
    },
    settleLaunch({ launchId, state, number, at, content }: StoredLaunch): void {
      statements.settleLaunch.run({ launchId, state, number, at, content: JSON.stringify(content) });
    },
    launch: (launchId: string): StoredLaunch | null => optional(statements.launch.get(launchId), toLaunch),
    launchOfRequest: (requestId: string): StoredLaunch | null =>
      optional(statements.launchOfRequest.get(requestId), toLaunch),
    nextNumber: (frontId: string): number => statements.nextNumber.get(frontId) ?? 1,
    lastLaunch: (frontId: string): StoredLaunch | null =>
      optional(statements.lastLaunch.get(frontId), toLaunch),
    /** What was live at a moment. */
    launchAt: (frontId: string, at: number): StoredLaunch | null =>
      optional(statements.launchAt.get(frontId, at), toLaunch),
    scheduled: (frontId: string): StoredLaunch[] => statements.scheduled.all(frontId).map(toLaunch),
    /** Newest first, those with a number below `before`. */
    launches: (frontId: string, before: number, limit: number): StoredLaunch[] =>
      statements.launches.all({ frontId, before, limit }).map(toLaunch),

    clipboard: (personId: string): Slot[] =>
      slotSchema.array().parse(JSON.parse(statements.clipboard.get(personId) ?? '[]')),
    /** Everybody's. */
    clipboards: (): { personId: string; slots: Slot[] }[] =>
      statements.clipboards.all().map(({ person_id: personId, slots }) => ({
        personId,
        slots: slotSchema.array().parse(JSON.parse(slots)),
      })),
    writeClipboard(personId: string, slots: readonly Slot[]): void {
      statements.writeClipboard.run({ personId, slots: JSON.stringify(slots) });
    },
  };
}
