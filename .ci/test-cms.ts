/**
 * `npm run test:cms [-- FILTER …]`: publishing against a real CMS, started by the tests themselves; of files that match. What is
 * told in a browser beside one is run by Playwright.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { playwright, root, runSteps, vitest } from './steps.ts';

if (!existsSync(join(root, 'tests', 'cms'))) throw new Error('tests/cms is missing.');
const filters = process.argv.slice(2);
const config = ['--config', 'tests/cms/browser/playwright.config.ts'];
// A filter may be about the one or the other.
const mayBeNone = (option: string): string[] => (filters.length === 0 ? [] : [option]);
runSteps([
  {
    name: 'CMS tests',
    ...vitest('cms.json', '--project', 'cms', ...mayBeNone('--passWithNoTests'), ...filters),
  },
  {
    name: 'CMS tests in a browser',
    ...playwright('cms-browser.json', ...config, ...mayBeNone('--pass-with-no-tests'), ...filters),
  },
]);
