/** `redaksi backup`, `restore`, `salvage`, `check` and `export`: the data folder kept safe, and taken away. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Backup, CheckedPart } from '../../../shared/contract/system.ts';
import {
  complain,
  dataFolderOption,
  exitCode,
  jsonOption,
  UsageError,
  writeJson,
  writeLine,
  type ExitCode,
} from './command.ts';
import { withCore } from './open-core.ts';

function lineOf({ name, kind, articles, bytes, good }: Backup): string {
  const megabytes = `${(bytes / 1_000_000).toFixed(1)} MB`;
  return [name, kind, `${articles ?? '?'} articles`, megabytes, good ? 'good' : 'damaged'].join('  ');
}

/** Makes a backup, or with `--list` tells which there are, newest first, each checked now. */
export async function backupCommand(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...dataFolderOption, ...jsonOption, list: { type: 'boolean', default: false } },
  });
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    if (values.list) {
      const backups = await client.system.backups();
      if (values.json) await writeJson(backups);
      else for (const backup of backups) await writeLine(lineOf(backup));
      return exitCode.done;
    }
    const backup = await client.system.backUpNow();
    if (values.json) await writeJson(backup);
    else await writeLine(lineOf(backup));
    return exitCode.done;
  });
}

/**
 * Puts a backup in place: a NAME, or the newest good one with `--latest`. `--keep` goes on with what is open after
 * damage was found. Tells what was restored and where the state before it is kept.
 */
export async function restoreCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...dataFolderOption,
      ...jsonOption,
      latest: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  const ways = [positionals.length === 1, values.latest, values.keep].filter(Boolean);
  if (ways.length !== 1 || positionals.length > 1) {
    throw new UsageError('restore takes one NAME (redaksi backup --list has them), --latest, or --keep');
  }
  const dataFolder = values['data-dir'];
  if (values.keep) {
    return withCore({ dataFolder }, async (client) => {
      await client.system.settleRecovery();
      return exitCode.done;
    });
  }
  const result = await withCore({ dataFolder }, async (client) => {
    const wanted = name ?? (await client.system.backups()).find(({ good }) => good)?.name;
    if (wanted === undefined) throw new UsageError('there is no good backup');
    return client.system.restore({ name: wanted });
  });
  // It is carried out when the folder is opened next: now.
  const articles = await withCore({ dataFolder }, async (client) =>
    Object.values(await client.articles.counts()).reduce((sum, count) => sum + count, 0),
  );
  if (values.json) await writeJson({ ...result, articles });
  else await writeLine(`${result.restored.name}  ${articles} articles  kept: ${result.keptAs}`);
  return exitCode.done;
}

/** Reads what can be read of a damaged file in `damaged/` into a backup, and tells how much that was. */
export async function salvageCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...dataFolderOption, ...jsonOption },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new UsageError('salvage needs one FILE of damaged/');
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    const salvage = await client.system.salvage({ file });
    if (values.json) await writeJson(salvage);
    else {
      for (const { name, saved } of salvage.salvaged) await writeLine(`${name}  ${saved}`);
      if (salvage.salvagedBackup !== null) await writeLine(salvage.salvagedBackup);
    }
    return salvage.salvagedBackup === null ? exitCode.unreadable : exitCode.done;
  });
}

/** Checks databases, pictures and backups; 7 where any of them is damaged. */
export async function checkCommand(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: { ...dataFolderOption, ...jsonOption } });
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    const parts: CheckedPart[] = [];
    for await (const part of await client.system.check()) {
      parts.push(part);
      if (!values.json) {
        await writeLine(`${part.part}  ${part.examined}  ${part.sound ? 'sound' : 'damaged'}`);
        for (const problem of part.problems) complain(`${part.part}: ${problem}`);
      }
    }
    if (values.json) await writeJson(parts);
    return parts.every(({ sound }) => sound) ? exitCode.done : exitCode.damaged;
  });
}

/** Writes everything into a new folder inside FOLDER; tells how far it is on standard error. */
export async function exportCommand(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...dataFolderOption, ...jsonOption, 'without-wire': { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new UsageError('export needs one FOLDER');
  return withCore({ dataFolder: values['data-dir'] }, async (client) => {
    const cancelled = new AbortController();
    const cancel = (): void => cancelled.abort();
    process.once('SIGINT', cancel);
    try {
      const input = { folder: resolve(folder), withWire: !values['without-wire'] };
      for await (const told of await client.system.export(input, { signal: cancelled.signal })) {
        if (told.kind === 'progress') complain(`${told.part} ${told.done}/${told.of}`);
        else if (values.json) await writeJson(told);
        else await writeLine(told.folder);
      }
      return exitCode.done;
    } finally {
      process.off('SIGINT', cancel);
    }
  });
}
