/**
 * Putting a backup in the place of `desk.db`. It is noted down first and carried out while nothing has the database
 * open: before the core opens it. A crash anywhere leaves the note, and the next start carries it out.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../write-whole.ts';
import { backupFile } from './backup.ts';
import { checkFile } from './check-file.ts';
import { deskFile, replaceDatabase } from './open.ts';

const noteSchema = z.object({
  backup: z.string(),
  /** Who asked for it; notes of earlier versions do not say. */
  askedBy: z.string().nullable().default(null),
});
export type RestoreNote = z.output<typeof noteSchema>;

function noteFile(dataFolder: string): string {
  return join(dataFolder, 'restore.json');
}

/** Notes down that the named backup is to be put in place at the next opening. */
export function noteRestore(dataFolder: string, note: RestoreNote): void {
  writeWhole(noteFile(dataFolder), JSON.stringify(note));
}

function readNote(dataFolder: string): RestoreNote | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteFile(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Carries out what was noted down, if anything was, and answers with it where the backup is in place now. A backup
 * that is gone or damaged by now changes nothing.
 */
export function carryOutRestore(dataFolder: string): RestoreNote | null {
  const note = readNote(dataFolder);
  const backup = note === null ? null : backupFile(dataFolder, note.backup);
  const usable = backup !== null && existsSync(backup) && checkFile(backup).sound;
  if (usable) replaceDatabase(deskFile(dataFolder), backup);
  rmSync(noteFile(dataFolder), { force: true });
  return usable ? note : null;
}
