/** `redaksi`: the core from the command line; see docs/command-line.md. */
import { runCommand } from './cli/run.ts';

process.exitCode = await runCommand(process.argv.slice(2));
