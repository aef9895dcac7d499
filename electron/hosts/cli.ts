/** `redaksi`: the core from the command line. Standard output carries results only; everything said goes to standard error. */
import { DatabaseFromTheFutureError } from '../core/database/migrate.ts';
import { complain, exitCode, UsageError, writeLine, type ExitCode } from './cli/command.ts';
import { ingestCommand } from './cli/ingest.ts';
import { parseCommand } from './cli/parse.ts';
import { searchCommand } from './cli/search.ts';
import { serveCommand } from './cli/serve.ts';
import { DataFolderError } from './providers/data-folder.ts';
import { languageHere, startSentences } from './start-sentences.ts';
import { programVersion } from './version.ts';

const help = `redaksi COMMAND

  parse FILE… [--format auto] [--jsonl] [--files-from -]
                     wire files as JSON; nothing is stored
  ingest FILE|DIR|URL… [--data-dir D]
                     wire copy into the inbox
  search QUERY [--json] [--limit N] [--data-dir D]
                     the newest stories that match
  serve [--port P] [--data-dir D] [--no-open] [--print-ticket]
                     the workstation on this machine's loopback address

  --help, --version`;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<ExitCode>>> = {
  parse: parseCommand,
  ingest: ingestCommand,
  search: searchCommand,
  serve: serveCommand,
};

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--version') {
    await writeLine(programVersion);
    return exitCode.done;
  }
  if (name === undefined || name === '--help' || rest.includes('--help')) {
    await writeLine(help);
    return name === undefined ? exitCode.usage : exitCode.done;
  }
  const command = commands[name];
  try {
    if (command === undefined) throw new UsageError(`there is no command "${name}"`);
    return await command(rest);
  } catch (error) {
    if (isUsageError(error)) {
      complain(`redaksi: ${error.message} (redaksi --help lists the commands)`);
      return exitCode.usage;
    }
    complain(`redaksi: ${startSentences(error)[languageHere()]}`);
    if (error instanceof DataFolderError || error instanceof DatabaseFromTheFutureError)
      return exitCode.dataFolder;
    return exitCode.failed;
  }
}

process.exitCode = await run(process.argv.slice(2));
