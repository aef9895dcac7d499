/** The packaged program as the command line: `Redaksi --cli parse x.xml` is `redaksi parse x.xml`. */
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => void stream.write('', () => resolve()));
}

/** Runs the built command line (`entry`) in this process, without a window, and ends with its exit code. */
export async function runCommandLine(words: readonly string[], entry: string): Promise<void> {
  app.dock?.hide();
  app.disableHardwareAcceleration();
  // A server has no display; without this Electron would end for want of one.
  if (process.platform === 'linux') app.commandLine.appendSwitch('ozone-platform', 'headless');
  process.argv = [process.execPath, entry, ...words];
  await import(pathToFileURL(entry).href);
  await flushed(process.stdout);
  await flushed(process.stderr);
  app.exit(Number(process.exitCode ?? 0));
}
