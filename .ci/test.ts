/** `npm test`: the browser is there, then every test that needs nothing but this clone. */
import { playwright, root, runSteps, type Step, vitest } from './steps.ts';

export const browserStep: Step = {
  name: 'a browser for the tests',
  command: [`${root}/.ci/find-chromium.ts`],
};

// Left to itself vitest keeps one processor free, which on two is half of the machine.
const unitTests = [
  '--project',
  'unit',
  '--project',
  'shared',
  '--project',
  'contract',
  '--maxWorkers',
  '100%',
];

export const testSteps: Step[] = [
  { name: 'unit and contract tests', ...vitest('vitest.json', ...unitTests) },
  { name: 'end-to-end tests', ...playwright('playwright.json') },
];

if (import.meta.main) runSteps([browserStep, ...testSteps]);
