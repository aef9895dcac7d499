/** `npm run test:cms [-- FILTER …]`: publishing against a real CMS, started by the tests themselves; of files that match. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runSteps, vitest } from './steps.ts';

if (!existsSync(join(root, 'tests', 'cms'))) throw new Error('tests/cms is missing.');
runSteps([{ name: 'CMS tests', ...vitest('cms.json', '--project', 'cms', ...process.argv.slice(2)) }]);
