/**
 * `npm run test:desktop`: the main flows in Electron itself, where its program is there or can be fetched and there is a
 * display. Where not, it says so and ends with 2: nothing was run, and that is no pass.
 */
import { electronProgram, fetchElectron } from '../electron/hosts/electron-program.ts';
import { hasDisplay } from '../electron/hosts/open-window.ts';
import { root, runSteps, tool } from './steps.ts';

const NOT_RUN = 2;

function notRun(reason: string): void {
  process.stdout.write(`desktop tests NOT RUN: ${reason}\n0 passed, 0 failed, not run\n`);
  process.exitCode = NOT_RUN;
}

const report = 'playwright-desktop.json';
if (!hasDisplay()) notRun('there is no display here (on a server: xvfb-run npm run test:desktop).');
else if ((electronProgram(root) ?? fetchElectron(root)) === null)
  notRun("Electron's program is not here and could not be fetched; REDAKSI_ELECTRON may name one.");
else {
  const config = 'tests/desktop/playwright.config.ts';
  runSteps([
    {
      name: 'desktop tests',
      report,
      command: tool('@playwright/test/cli.js', 'test', '--config', config),
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${root}/.cache/reports/${report}` },
    },
  ]);
}
