/** The commands of `redaksi`. Standard output carries results only; everything said goes to standard error. */
import { DatabaseFromTheFutureError } from '../../core/database/migrate.ts';
import { complain, exitCode, UsageError, writeLine, type ExitCode } from './command.ts';
import { listCommand, showCommand } from './articles.ts';
import { lintCommand } from './lint.ts';
import { exportArticleCommand } from './export-article.ts';
import { importCommand } from './import.ts';
import { ingestCommand } from './ingest.ts';
import { parseCommand } from './parse.ts';
import { publishCommand, unpublishCommand } from './publish.ts';
import { isStorageRefusal, refusalSentence } from './refusal.ts';
import { backupCommand, checkCommand, exportCommand, restoreCommand, salvageCommand } from './safety.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import { DataFolderError } from '../providers/data-folder.ts';
import { languageHere, startSentences } from '../start-sentences.ts';
import { programVersion } from '../version.ts';

const help = `redaksi COMMAND [--data-dir D] [--json]

  parse FILE… [--format auto] [--jsonl] [--files-from -]
                     wire files as JSON; nothing is stored
  ingest FILE|DIR|URL…
                     wire copy into the inbox
  search QUERY [--limit N]
                     the newest stories that match
  list [QUERY] [--state S]… [--section S] [--trashed] [--limit N]
                     articles, last changed first
  show ID [--record] one article, or what is recorded of its publications
  lint FILE|ID       what the checks find in an article, or in a .docx, Markdown, HTML or text file
  export-article ID [--format docx|md|html|txt] [--to FILE]
                     one article as a file, - for standard output
  import FILE…       .docx, Markdown, HTML or text as drafts
  publish ID [--target T] [--wait SECONDS] [--anyway]
  unpublish ID [--target T] [--wait SECONDS]
                     through the outbox; waits until the attempt has ended
  backup [--list]    a backup now, or the backups there are
  restore NAME | --latest | --keep
                     a backup in place; what stands now is kept as one first
  salvage FILE       what can be read of a file in damaged/, as a backup
  check              databases, pictures and backups
  export FOLDER [--without-wire]
                     everything as JSON and media
  serve [--port P] [--no-open] [--print-ticket]
                     the workstation on this machine's loopback address

  --help, --version

Where a desk works in the data folder, commands go through it. Exit codes: docs/command-line.md.`;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<ExitCode>>> = {
  parse: parseCommand,
  ingest: ingestCommand,
  search: searchCommand,
  list: listCommand,
  show: showCommand,
  lint: lintCommand,
  import: importCommand,
  'export-article': exportArticleCommand,
  publish: publishCommand,
  unpublish: unpublishCommand,
  backup: backupCommand,
  restore: restoreCommand,
  salvage: salvageCommand,
  check: checkCommand,
  export: exportCommand,
  serve: serveCommand,
};

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Runs one command and answers with its exit code. */
export async function runCommand(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--version') {
    await writeLine(programVersion);
    return exitCode.done;
  }
  if (name === undefined || name === '--help' || rest.includes('--help')) {
    await writeLine(help);
    return name === undefined ? exitCode.usage : exitCode.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new UsageError(`there is no command "${name}"`);
    return await command(rest);
  } catch (error) {
    if (isUsageError(error)) {
      complain(`redaksi: ${error.message} (redaksi --help lists the commands)`);
      return exitCode.usage;
    }
    const refusal = refusalSentence(error, languageHere());
    if (refusal !== null) {
      complain(`redaksi: ${refusal}`);
      return isStorageRefusal(error) ? exitCode.failed : exitCode.refused;
    }
    complain(`redaksi: ${startSentences(error)[languageHere()]}`);
    if (error instanceof DataFolderError || error instanceof DatabaseFromTheFutureError)
      return exitCode.dataFolder;
    return exitCode.failed;
  }
}
