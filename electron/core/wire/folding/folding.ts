/**
 * Folds duplicates as they are stored: a story that says what an earlier one says, within two days of it, stands under
 * that one, its head. Decided once, when a story arrives; later a story may leave its head, never change it, so that
 * nothing moves from one entry to another under a reader's eyes. What people decided about folding lies in desk.db and
 * is not looked at here: see fold-decisions.ts.
 *
 * Whatever is decided: a folded story's newest version agrees with its head's newest version, and both may be used.
 */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { comparedCopy, type ComparedCopy } from '../../../../shared/domain/duplicates/compared-copy.ts';
import { decideDuplicate, likeness } from '../../../../shared/domain/duplicates/decide-duplicate.ts';
import type { Database } from '../../database/open.ts';
import { agencyOf } from './agency.ts';
import { copyTextOf } from './copy-text.ts';
import { partMark } from './part-mark.ts';
import { createRecentSketches, STORIES_HELD } from './recent-sketches.ts';

const HOUR_MS = 3_600_000;
/** How far apart by their own time the copies of one story may be. */
const SPAN_MS = 48 * HOUR_MS;
/** Bulletins written to a pattern are like very many others: the likest are compared. */
const COMPARED_AT_MOST = 20;
const DROPPED_AT_ONCE = 100;
const COPIES_REMEMBERED = 200;

export interface ArrivedStory {
  storyId: number;
  /** The story's own time, in milliseconds since 1970. */
  at: number;
  sketch: Uint32Array;
}

export interface Folding {
  /** Looks for the head of a story that has just been stored, and folds it. */
  place(story: ArrivedStory): void;
  /** A story's version or status is another one now: what no longer agrees stands by itself again. */
  reconsider(storyId: number): void;
  /** Takes in a new version's sketch: stories that arrive later may be folded into it. */
  remember(story: ArrivedStory): void;
}

interface StoryRow {
  id: number;
  newest_version_id: number;
  folded_into: number | null;
  effective_status: string;
  embargoed_until: number | null;
  embargo_unreadable: number;
  at: number;
  source_id: string;
}

interface KnownStory {
  id: number;
  foldedInto: number | null;
  /** Copy that may be used as it is; what is withdrawn, withheld or under embargo has to be seen. */
  usable: boolean;
  /** The story's own time, in milliseconds since 1970. */
  at: number;
  agency: string;
  /** See part-mark.ts. */
  part: string;
  copy: ComparedCopy;
}

type KnownCopy = Pick<KnownStory, 'agency' | 'part' | 'copy'>;

function bytesOf(sketch: Uint32Array): Buffer {
  return Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength);
}

function sketchOfBytes(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
}

export function createFolding(database: Database): Folding {
  const statements = {
    story: database.prepare<[number], StoryRow>(
      `SELECT story.id, newest_version_id, folded_into, effective_status, embargoed_until, embargo_unreadable,
         coalesce(version_created, arrived_at) AS at, version.source_id
       FROM story JOIN version ON version.id = story.newest_version_id WHERE story.id = ?`,
    ),
    content: database.prepare<[number], string>('SELECT content FROM version WHERE id = ?').pluck(),
    folded: database
      .prepare<[number], number>('SELECT id FROM story WHERE folded_into = ? ORDER BY id')
      .pluck(),
    fold: database.prepare('UPDATE story SET folded_into = ? WHERE id = ?'),
    recent: database.prepare<[number], { story_id: number; at: number; sketch: Buffer }>(
      `SELECT story_id, at, sketch FROM
         (SELECT place, story_id, at, sketch FROM recent_sketch ORDER BY place DESC LIMIT ?) ORDER BY place`,
    ),
    insertSketch: database.prepare('INSERT INTO recent_sketch (story_id, at, sketch) VALUES (?, ?, ?)'),
    dropSketch: database.prepare('DELETE FROM recent_sketch WHERE place <= ?'),
  };
  const recent = createRecentSketches();
  for (const { story_id, at, sketch } of statements.recent.iterate(STORIES_HELD)) {
    recent.add(story_id, at, sketchOfBytes(sketch));
  }
  /** By the id of a version, which never changes. */
  const copies = new Map<number, KnownCopy>();

  function copyOf({ newest_version_id: versionId, source_id: sourceId }: StoryRow): KnownCopy {
    let known = copies.get(versionId);
    if (known === undefined) {
      const story = JSON.parse(statements.content.get(versionId) ?? '') as WireStory;
      known = {
        agency: agencyOf(story, sourceId),
        part: partMark(story),
        copy: comparedCopy(copyTextOf(story)),
      };
      if (copies.size === COPIES_REMEMBERED) copies.clear();
      copies.set(versionId, known);
    }
    return known;
  }

  function find(storyId: number): KnownStory | null {
    const row = statements.story.get(storyId);
    if (row === undefined) return null;
    const embargoed = row.embargoed_until !== null || row.embargo_unreadable === 1;
    return {
      id: row.id,
      foldedInto: row.folded_into,
      usable: row.effective_status === 'usable' && !embargoed,
      at: row.at,
      ...copyOf(row),
    };
  }

  function agree(one: KnownStory, other: KnownStory): boolean {
    if (!one.usable || !other.usable || Math.abs(one.at - other.at) > SPAN_MS) return false;
    if (one.part !== other.part) return false;
    return decideDuplicate(one.copy, other.copy, { oneAgency: one.agency === other.agency });
  }

  /** The heads of stories that might be the same, each once. */
  function headsLike({ storyId, at, sketch }: ArrivedStory): KnownStory[] {
    const heads = new Map<number, KnownStory>();
    for (const id of recent.like(sketch, at, SPAN_MS, COMPARED_AT_MOST)) {
      const like = id === storyId ? null : find(id);
      const head = like === null || like.foldedInto === null ? like : find(like.foldedInto);
      if (head !== null && head.id < storyId) heads.set(head.id, head);
    }
    return [...heads.values()];
  }

  /** Stories that leave one head: the earliest is the head of those that agree with it. */
  function standByThemselves(leaving: readonly KnownStory[]): void {
    const heads: KnownStory[] = [];
    for (const story of leaving) {
      const head = heads.find((candidate) => agree(candidate, story));
      statements.fold.run(head?.id ?? null, story.id);
      if (head === undefined) heads.push(story);
    }
  }

  function remember({ storyId, at, sketch }: ArrivedStory): void {
    recent.add(storyId, at, sketch);
    const place = Number(statements.insertSketch.run(storyId, at, bytesOf(sketch)).lastInsertRowid);
    if (place % DROPPED_AT_ONCE === 0) statements.dropSketch.run(place - STORIES_HELD);
  }

  return {
    place(arrived) {
      const heads = headsLike(arrived);
      const story = heads.length === 0 ? null : find(arrived.storyId);
      if (story !== null) {
        const [head] = heads
          .filter((candidate) => agree(candidate, story))
          .map((candidate) => ({ id: candidate.id, like: likeness(candidate.copy, story.copy) }))
          .toSorted((one, other) => other.like - one.like || one.id - other.id);
        if (head !== undefined) statements.fold.run(head.id, story.id);
      }
      remember(arrived);
    },

    reconsider(storyId) {
      const story = find(storyId);
      if (story === null) return;
      const head = story.foldedInto === null ? null : find(story.foldedInto);
      if (head !== null && !agree(head, story)) statements.fold.run(null, story.id);
      const under = statements.folded.all(storyId).flatMap((id) => find(id) ?? []);
      standByThemselves(under.filter((member) => !agree(story, member)));
    },

    remember,
  };
}
