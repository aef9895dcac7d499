/** What people do with stories beside reading them: take, set aside, flag, note. Each is kept with who and when. */
import type { MarkedBy, StoryMarks } from '../../../shared/contract/wire.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { Entries } from './folding/entries.ts';

/** Columns of `story_mark`; null in all of them where nobody did anything. Times in milliseconds since 1970. */
export interface MarkColumns {
  claimed_by: string | null;
  claimed_at: number | null;
  spiked_by: string | null;
  spiked_at: number | null;
  flagged_by: string | null;
  flagged_at: number | null;
  note: string | null;
  note_by: string | null;
  note_at: number | null;
  /** JSON list. */
  tags: string;
  section: string | null;
}

export const MARK_COLUMNS =
  'mark.claimed_by, mark.claimed_at, mark.spiked_by, mark.spiked_at, mark.flagged_by, mark.flagged_at, mark.note, mark.note_by, mark.note_at, mark.tags, mark.section';

const NOTHING: MarkColumns = {
  claimed_by: null,
  claimed_at: null,
  spiked_by: null,
  spiked_at: null,
  flagged_by: null,
  flagged_at: null,
  note: null,
  note_by: null,
  note_at: null,
  tags: '[]',
  section: null,
};

export type StoryMarking = ReturnType<typeof createStoryMarking>;

interface MarkingOptions {
  database: Database;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  /** What is done with a story is done with those folded into it. */
  entries: Pick<Entries, 'entryOf' | 'withFolded'>;
  /** Whether there is such a story. */
  knows: (storyId: number) => boolean;
}

export function createStoryMarking({ database, events, clock, workplace, entries, knows }: MarkingOptions) {
  const statements = {
    get: database.prepare<[number], MarkColumns>(
      `SELECT ${MARK_COLUMNS} FROM story_mark mark WHERE story_id = ?`,
    ),
    add: database.prepare('INSERT INTO story_mark (story_id) VALUES (?) ON CONFLICT DO NOTHING'),
    claim: database.prepare('UPDATE story_mark SET claimed_by = ?, claimed_at = ? WHERE story_id = ?'),
    spike: database.prepare('UPDATE story_mark SET spiked_by = ?, spiked_at = ? WHERE story_id = ?'),
    flag: database.prepare('UPDATE story_mark SET flagged_by = ?, flagged_at = ? WHERE story_id = ?'),
    tags: database.prepare('UPDATE story_mark SET tags = ? WHERE story_id = ?'),
    section: database.prepare('UPDATE story_mark SET section = ? WHERE story_id = ?'),
    note: database.prepare('UPDATE story_mark SET note = ?, note_by = ?, note_at = ? WHERE story_id = ?'),
    read: database.prepare('INSERT INTO story_read (story_id, read_at) VALUES (?, ?) ON CONFLICT DO NOTHING'),
  };

  function markedBy(personId: string | null, at: number | null): MarkedBy | null {
    if (personId === null || at === null) return null;
    const person = workplace.person(personId);
    return { personId, name: person?.name ?? '', code: person?.code ?? '', at: new Date(at).toISOString() };
  }

  /** Who did what, of a row's columns. */
  function marksOf(row: MarkColumns): StoryMarks {
    const noted = markedBy(row.note_by, row.note_at);
    return {
      claimed: markedBy(row.claimed_by, row.claimed_at),
      spiked: markedBy(row.spiked_by, row.spiked_at),
      flagged: markedBy(row.flagged_by, row.flagged_at),
      note: noted === null || row.note === null ? null : { ...noted, text: row.note },
      tags: JSON.parse(row.tags ?? '[]') as string[],
      section: row.section,
    };
  }

  const of = (storyId: number): StoryMarks => marksOf(statements.get.get(storyId) ?? NOTHING);

  /** Writes for every story that is there, then tells. Whoever does something with a story has seen it. */
  function mark(storyIds: readonly number[], write: (storyId: number) => void): void {
    const known = storyIds.filter(knows);
    const lost = storyIds.find((storyId) => !knows(storyId));
    if (known.length === 0 && lost !== undefined) {
      throw contractError('NOT_FOUND', { kind: 'story', id: String(lost) });
    }
    database.transaction(() => {
      for (const storyId of known) {
        statements.add.run(storyId);
        statements.read.run(storyId, clock.now());
        write(storyId);
      }
    })();
    events.emit({ type: 'wire.marked', storyIds: known });
  }

  /** Whoever took the story, or another of its entry. */
  function claimOf(storyId: number): MarkedBy | null {
    return entries.entryOf(storyId).flatMap((id) => of(id).claimed ?? [])[0] ?? null;
  }

  /** Who sits here, and now: null where something is taken back. */
  function stamp(done: boolean): [string | null, number | null] {
    return done ? [workplace.currentPerson().personId, clock.now()] : [null, null];
  }

  /** What a routing rule does: the story stays unread, as nobody has looked at it. */
  function markByRule(storyId: number, write: () => void): void {
    statements.add.run(storyId);
    write();
    events.emit({ type: 'wire.marked', storyIds: [storyId] });
  }

  const byRule = {
    tag(storyId: number, tag: string): void {
      const tags = [...new Set([...of(storyId).tags, tag])];
      markByRule(storyId, () => statements.tags.run(JSON.stringify(tags), storyId));
    },
    /** False where a rule had put it in another section already. */
    section(storyId: number, section: string): boolean {
      const set = of(storyId).section;
      if (set !== null) return set === section;
      markByRule(storyId, () => statements.section.run(section, storyId));
      return true;
    },
    spike: (storyId: number, personId: string): void =>
      markByRule(storyId, () => statements.spike.run(personId, clock.now(), storyId)),
    /** False where somebody else has it. */
    assign(storyId: number, personId: string): boolean {
      const { claimed } = of(storyId);
      if (claimed !== null) return claimed.personId === personId;
      markByRule(storyId, () => statements.claim.run(personId, clock.now(), storyId));
      return true;
    },
  };

  return {
    of,
    byRule,
    marksOf,
    /** Throws STORY_TAKEN where somebody else has it, NOT_FOUND. */
    claim(storyId: number, takeOver: boolean): StoryMarks {
      const claimed = claimOf(storyId);
      const { personId } = workplace.currentPerson();
      if (claimed !== null && claimed.personId !== personId && !takeOver) {
        throw contractError('STORY_TAKEN', { name: claimed.name, code: claimed.code });
      }
      if (claimed?.personId !== personId) mark([storyId], (id) => statements.claim.run(...stamp(true), id));
      return of(storyId);
    },
    /** Whoever begins to write from a story takes it, unless somebody has it already. */
    claimForWriting(storyId: number): void {
      if (claimOf(storyId) === null) mark([storyId], (id) => statements.claim.run(...stamp(true), id));
    },
    release(storyId: number): StoryMarks {
      mark(entries.entryOf(storyId), (id) => statements.claim.run(...stamp(false), id));
      return of(storyId);
    },
    spike: (storyIds: readonly number[], spiked: boolean): void =>
      mark(entries.withFolded(storyIds), (id) => statements.spike.run(...stamp(spiked), id)),
    flag: (storyIds: readonly number[], flagged: boolean): void =>
      mark(entries.withFolded(storyIds), (id) => statements.flag.run(...stamp(flagged), id)),
    note(storyId: number, text: string): StoryMarks {
      mark([storyId], (id) => statements.note.run(text === '' ? null : text, ...stamp(text !== ''), id));
      return of(storyId);
    },
  };
}
