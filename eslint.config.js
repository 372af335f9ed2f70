import next from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

// The floors of the house: a lower one never imports a higher one (README.md, "How the house is laid out").
// Imports between folders are written `@/…`; the second half of each pattern catches the relative way around.
const rooms = 'study|practice|authoring|classroom|account|administration|stats'
const into = (folders) => `^(@/(lib/)?|(\\.\\./)+(lib/)?)(${folders})/`
const databases = '^(@prisma/|better-sqlite3$|pg$)|generated/(sqlite|postgres)/'

const refuse = (regex, message, allowTypeImports = false) => ({ regex, message, allowTypeImports })
const refuseDatabases = refuse(databases, 'Only lib/store speaks to a database.')
const refuseBoot = refuse(into('boot'), 'lib/boot starts the house; nothing in it may depend on that.')
const refuseApp = refuse('^(@/app/|(\\.\\./)+app/)', 'lib/ knows nothing of pages.')
// The one exception asks an error whether it is a duplicate; it opens nothing.
const refuseStoreButTypes = refuse(
  `${into('store')}(?!unique-violation$)`,
  'A room is handed its store; it imports only types from it.',
  true,
)

/** One rule of imports for one part of the house; of several that match a file the last holds. */
const floor = (files, patterns, ignores = []) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', '**/fixtures/**', ...ignores],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
})

const clockAndChance = [
  { object: 'Date', property: 'now', message: 'Take `now` as an argument.' },
  { object: 'Math', property: 'random', message: 'Take a seed as an argument.' },
]
const noEnvironment = {
  selector:
    "MemberExpression[object.object.name='process'][object.property.name='env'][property.name!='NODE_ENV']",
  message: 'lib/platform/env.ts reads the environment; ask getEnvironment().',
}

export default defineConfig(
  globalIgnores([
    '.next*/**',
    'lib/store/generated/**',
    'data/**',
    'test-results/**',
    'playwright-report/**',
    'next-env.d.ts',
    '.claude/**',
  ]),
  next,
  ...tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `a | void` says what a callback may return, and empty functions are honest in tests and defaults.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Signing in and out loads a whole document on purpose: nothing of the other person may stay in memory.
      '@next/next/no-location-assign-relative-destination': 'off',
      '@next/next/no-assign-module-variable': 'off', // a module of an exercise; CommonJS is not spoken here
      // What only the browser knows (a draft, what waits to be sent) is read once the page stands: in an effect.
      'react-hooks/set-state-in-effect': 'off',
      'react-hooks/refs': 'off', // takes every prop called `current` (the card on screen) for a ref
      'no-restricted-syntax': ['error', noEnvironment],
    },
  },
  floor(['app/**/*.{ts,tsx}', 'proxy.ts'], [refuseDatabases, refuseBoot]),
  floor(
    ['app/_ui/**/*.{ts,tsx}'],
    [
      refuse(into(`store|boot|exchange|${rooms}`), 'app/_ui shows what it is given: no data, no rules.'),
      refuseDatabases,
    ],
  ),
  floor(
    [`lib/{${rooms.replaceAll('|', ',')}}/**/*.ts`],
    [refuseStoreButTypes, refuseApp, refuseBoot, refuseDatabases],
  ),
  floor(
    ['lib/exchange/**/*.ts'],
    [
      refuse(into(`store|boot|${rooms}`), 'lib/exchange turns bytes into plain objects: no store, no rooms.'),
      refuseApp,
      refuseDatabases,
    ],
  ),
  floor(['lib/platform/**/*.ts'], [refuseApp, refuseBoot, refuseDatabases]),
  floor(
    ['lib/store/**/*.ts'],
    [refuse(into(rooms), 'The store lies under the rooms.'), refuseApp, refuseBoot],
  ),
  floor(
    ['lib/core/**/*.ts'],
    [
      refuse('^@/(?!lib/core/)', 'lib/core imports nothing from outside itself.'),
      refuse(
        '^(\\.\\./){2,}(platform|store|exchange|boot|authoring|account)/',
        'lib/core imports nothing from outside itself.',
      ),
      refuse(
        '^(?!@/|\\.|(ts-fsrs|jsep)$)',
        'lib/core is plain TypeScript and runs anywhere: no packages but ts-fsrs and jsep, which compute and parse.',
      ),
    ],
  ),
  {
    files: ['lib/core/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-properties': ['error', ...clockAndChance],
      'no-restricted-globals': [
        'error',
        'process',
        'window',
        'document',
        'fetch',
        'localStorage',
        'indexedDB',
        'setTimeout',
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take `now` as an argument.',
        },
      ],
    },
  },
  {
    // Who starts the house sets its environment, tests choose theirs, and one file reads it for everybody else.
    files: [
      'lib/platform/env.ts',
      'lib/platform/auth/settle-auth-address.ts', // next-auth takes its settings from there
      'lib/boot/**',
      'e2e/**',
      '**/*.test.ts',
      '**/*.test.tsx',
      '**/testing/**',
      '*.config.*',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', 'e2e/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@next/next/no-assign-module-variable': 'off',
    },
  },
  {
    files: ['e2e/**'], // Playwright's fixtures call something `use`, too
    rules: { 'react-hooks/rules-of-hooks': 'off', 'no-empty-pattern': 'off' },
  },
  {
    files: ['app/global-error.tsx'], // stands where the router has failed
    rules: { '@next/next/no-html-link-for-pages': 'off' },
  },
  {
    files: ['**/*.config.*'],
    rules: { 'import/no-anonymous-default-export': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
