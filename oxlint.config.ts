import { builtinModules } from 'node:module';
import { defineConfig, type OxlintConfig } from 'oxlint';

/** One sentence of the layer rules: imports that `regex` matches are refused, and `message` says why. */
type Refusal = { regex: string; message: string };

const CORE_SLICES = [
  'wire',
  'articles',
  'fronts',
  'impact',
  'publishing',
  'comments',
  'corrections',
  'checks',
  'provenance',
  'record',
  'rights',
  'notifications',
  'rules',
  'settings',
  'people',
  'places',
  'media',
  'sample',
  'system',
];
const FEATURES = ['wire', 'articles', 'fronts', 'impact', 'publishing', 'comments', 'record', 'settings'];

/** An import that climbs out of its own folder and enters `folders`, however deep the importing file lies. */
function enters(folders: string[], message: string): Refusal {
  return { regex: `^(\\./)?(\\.\\./)+([\\w-]+/)*?(${folders.join('|')})/`, message };
}

/** Sibling folders under `parent`: reached by climbing and naming the folder, with or without the parent's name. */
function siblings(parent: string, folders: string[], message: string): Refusal {
  return { regex: `^(\\./)?(\\.\\./)+(${parent}/)?(${folders.join('|')})(/|\\.ts$)`, message };
}

const node: Refusal = {
  regex: `^(node:.+|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/.*)?)$`,
  message: 'No Node here: this code runs in the page, or in the page and the core.',
};
const electron: Refusal = {
  regex: '^(electron|electron-store|electron-updater)(/|$)',
  message:
    "Electron belongs to electron/main, the preload and hosts/utility.ts. Elsewhere it is a provider's work.",
};
const react: Refusal = {
  regex: '^(react|react-dom|@lexical/react|radix-ui|@tanstack|cmdk)(/|$)',
  message: 'The interface belongs to renderer/.',
};
const orpc: Refusal = {
  regex: '^@orpc/',
  message: 'oRPC is known to shared/contract, the rpc.ts files, the hosts and core-client/connect.ts only.',
};
const sqlite: Refusal = {
  regex: '^better-sqlite3$',
  message: 'The database is opened in core/database only.',
};
const settingsStore: Refusal = {
  regex: '^conf$',
  message: 'Settings are a provider: only the hosts know the library.',
};
const theHosts = enters(
  ['hosts', 'main', 'preload', 'renderer'],
  'The core knows no host, no Electron, no page.',
);
const theCore = enters(['electron'], 'The page reaches the core through the contract only.');
const theTests = enters(['tests'], 'Product code never imports test code.');

type Override = NonNullable<OxlintConfig['overrides']>[number];

/** The last override that names a file gives its whole list, so every one states everything that is refused there. */
function layer(files: string[], refused: Refusal[], excludeFiles: string[] = []): Override {
  return { files, excludeFiles, rules: { 'no-restricted-imports': ['error', { patterns: refused }] } };
}

const sharedRefuses = [
  enters(['electron', 'renderer'], 'shared/ imports nothing outside shared/.'),
  node,
  electron,
  react,
  theTests,
];
const coreRefuses = [theHosts, electron, react, settingsStore, theTests];
const pageRefuses = [theCore, node, electron, theTests];

function others(all: string[], own: string): string[] {
  return all.filter((name) => name !== own);
}

const layers: Override[] = [
  layer(['shared/**'], [...sharedRefuses, orpc], ['**/*.test.ts']),
  layer(['shared/contract/**'], sharedRefuses, ['**/*.test.ts']),

  layer(['electron/core/**'], [...coreRefuses, orpc]),
  ...CORE_SLICES.flatMap((slice) => {
    const away = siblings(
      'core',
      others(CORE_SLICES, slice),
      'Slices never import each other: they meet in events.ts.',
    );
    return [
      layer([`electron/core/${slice}/**`], [...coreRefuses, orpc, away]),
      layer([`electron/core/${slice}/rpc.ts`, `electron/core/${slice}/*-rpc.ts`], [...coreRefuses, away]),
    ];
  }),
  layer(['electron/core/router.ts', 'electron/core/errors.ts', 'electron/core/testing.ts'], coreRefuses),

  layer(
    ['electron/hosts/**'],
    [
      enters(['main', 'preload', 'renderer'], 'A host knows the core and shared/.'),
      electron,
      react,
      theTests,
    ],
    ['**/*.test.ts'],
  ),
  layer(
    ['electron/hosts/utility.ts'],
    [enters(['main', 'preload', 'renderer'], 'A host knows the core and shared/.'), react, theTests],
  ),
  layer(
    ['electron/main/**'],
    [
      enters(['core', 'preload', 'renderer'], 'The main process knows shared/ only.'),
      {
        regex: '^(\\.\\./)+hosts/([\\w-]+\\.m?ts$|(cli|web)/|providers/(d[^e]|[^d]))',
        message: 'The main process knows shared/, and of the hosts only where data lies.',
      },
      react,
      orpc,
      sqlite,
      theTests,
    ],
    ['**/*.test.ts'],
  ),
  layer(
    ['electron/preload/**'],
    [
      enters(['core', 'hosts', 'main', 'renderer', 'shared'], 'The preload imports Electron only.'),
      node,
      react,
      orpc,
      theTests,
    ],
    ['**/*.test.ts'],
  ),

  layer(['renderer/**'], [...pageRefuses, orpc], ['**/*.test.ts', '**/*.test.tsx']),
  layer(
    ['renderer/core-client/**'],
    [...pageRefuses, enters(['features', 'ui', 'editor'], 'core-client knows no view.')],
    ['**/*.test.ts'],
  ),
  layer(
    ['renderer/ui/**'],
    [
      ...pageRefuses,
      orpc,
      enters(['features', 'core-client', 'editor'], 'The design system knows no feature.'),
    ],
  ),
  layer(
    ['renderer/editor/**'],
    [...pageRefuses, orpc, enters(['features'], 'The editor knows no feature.')],
    ['**/*.test.ts', '**/*.test.tsx'],
  ),
  ...FEATURES.map((feature) =>
    layer(
      [`renderer/features/${feature}/**`],
      [
        ...pageRefuses,
        orpc,
        siblings('features', others(FEATURES, feature), 'Features never import one another.'),
      ],
      ['**/*.test.ts', '**/*.test.tsx'],
    ),
  ),
];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'vitest'],
  categories: { correctness: 'error' },
  options: { denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['dist', 'release', '.cache', 'tests/fixtures'],
  env: { builtin: true },
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-self-import': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'unicorn/prefer-node-protocol': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/no-danger': 'error',
    'react/jsx-key': 'error',
    'react/button-has-type': 'error',
    'react/jsx-no-target-blank': 'error',
    'no-eval': 'error',
    'no-new-func': 'error',
    'no-implied-eval': 'error',
    'no-alert': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    eqeqeq: 'error',
    // A second argument to expect() is vitest's way to name the case in a loop.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert', 'expectTypeOf'] }],
    // A live region is a <div role="status"> as often as an <output>; Safari drops the role of a list without bullets.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A popover or dialog puts the focus where the typing starts.
    'jsx-a11y/no-autofocus': 'off',
    // Advice for the React Compiler, which is not used here.
    'react/incompatible-library': 'off',
    'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
    // Spread rows keep a long list of words readable.
    'unicorn/no-useless-spread': 'off',
    // Narrowing a type takes an if, after the expectation that it is so.
    'vitest/no-conditional-expect': 'off',
    'vitest/no-disabled-tests': 'error',
    'vitest/no-focused-tests': 'error',
  },
  overrides: [
    { files: ['electron/core/**', 'shared/**', 'renderer/**'], rules: { 'no-console': 'error' } },
    {
      files: ['renderer/**'],
      rules: {
        'no-restricted-properties': [
          'error',
          ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((property) => ({
            property,
            message: 'No HTML from outside is ever shown: convert it to the document.',
          })),
        ],
      },
    },
    ...layers,
    // Tools and packages that take a module whole.
    {
      files: ['*.config.ts', 'tests/electron-fake/electron.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    { files: ['shared/globals.d.ts'], rules: { 'no-var': 'off' } },
  ],
});
