/** `npm run check`: format, lint with the layer rules, types, dead code, then everything `npm test` does. */
import { runSteps, tool } from './steps.ts';
import { testSteps } from './test.ts';

runSteps([
  { name: 'format', command: tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
  { name: 'lint and layer rules', command: tool('oxlint/bin/oxlint') },
  ...['neutral', 'node', 'dom', 'mixed'].map((project) => ({
    name: `types, ${project}`,
    command: tool('typescript/bin/tsc', '-p', `tsconfig.${project}.json`),
  })),
  { name: 'dead code', command: tool('knip/bin/knip.js') },
  ...testSteps,
]);
