/** `npm run check`: format, lint with the layer rules, types, dead code, then everything `npm test` does. */
import { runSteps, tool } from './steps.ts';
import { browserStep, testSteps } from './test.ts';

// The browser comes first: the dead-code step reads the end-to-end configuration, which asks for one.
runSteps([
  browserStep,
  { name: 'format', command: tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
  { name: 'lint and layer rules', command: tool('oxlint/bin/oxlint') },
  ...['neutral', 'node', 'dom', 'mixed'].map((project) => ({
    name: `types, ${project}`,
    command: tool('typescript/bin/tsc', '-p', `tsconfig.${project}.json`),
  })),
  { name: 'dead code', command: tool('knip/bin/knip.js') },
  ...testSteps,
]);
