/** `redaksi serve`: the workstation on this machine's own loopback address, until it is told to end. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, hasDisplay, openAppWindow } from '../open-window.ts';
import { defaultDataFolder } from '../providers/default-data-folder.ts';
import { startWebHost } from '../web.ts';
import { exitCode, jsonOption, UsageError, writeLine, type ExitCode } from './command.ts';

/** dist/renderer, whether this runs from dist/node or from the sources. */
function rendererFolder(): string {
  const candidates = ['../renderer', '../../../dist/renderer'].map((path) =>
    resolve(import.meta.dirname, path),
  );
  const built = candidates.find(
    (folder) => existsSync(resolve(folder, 'index.html')) && folder.includes('dist'),
  );
  if (built === undefined) throw new UsageError('the page is not built: run npm start, or npm run build');
  return built;
}

function untilToldToEnd(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}

/**
 * Prints one line of JSON when ready: `{"url": …}`. With `--print-ticket` the address carries a ticket that lets one
 * browser in, once; without it, and without `--no-open`, a browser window is opened.
 */
export async function serveCommand(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      // It prints JSON anyway; the option is there as everywhere.
      ...jsonOption,
      port: { type: 'string', default: '0' },
      'data-dir': { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      'print-ticket': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port takes 0 to 65535');
  const ended = untilToldToEnd();
  const host = await startWebHost({
    dataFolder: values['data-dir'] ?? defaultDataFolder(),
    port,
    rendererFolder: rendererFolder(),
    echoLog: true,
  });
  const browser = values['no-open'] || !hasDisplay() ? null : findBrowser();
  await writeLine(JSON.stringify({ url: values['print-ticket'] ? host.ticketUrl() : host.url }));
  if (browser !== null) void openAppWindow(browser, host.ticketUrl());
  await ended;
  await host.close();
  return exitCode.done;
}
