import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

/** `domain <- application <- (ui, adapters) <- main.ts / cli.ts`: what a layer may not reach, as import patterns. */
const OUTWARD = {
  application: '(^|/)application(/|$)',
  adapters: '(^|/)adapters(/|$)',
  ui: '(^|/)ui(/|$)',
  electron: '(^|/)electron/',
  roots: '/(main|cli)$',
  platform: '^(node:|electron$)',
  /** Pure statistics and hashes are the only packages the domain may use. */
  packages: '^(?!\\.|@stdlib/|@noble/hashes/)',
}

export default tseslint.config(
  { ignores: ['dist/', 'release/', '.cache/', 'coverage/', 'test-results/'] },
  tseslint.configs.recommended,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
  },
  { files: ['**/*.ts', '**/*.vue'], rules: houseRules() },
  {
    // Forgotten promises are how a 'saved' comes to be untrue: these rules need types, and so the files' projects.
    files: ['src/**/*.ts', 'src/**/*.vue', 'electron/**/*.ts', 'tests/**/*.ts'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: ['it', 'test', 'describe'] },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/domain/**'],
    rules: { ...imports('application', 'adapters', 'ui', 'electron', 'roots', 'packages'), ...pure() },
  },
  { files: ['src/application/**'], rules: imports('adapters', 'ui', 'electron', 'roots', 'platform') },
  { files: ['src/ui/**'], rules: imports('adapters', 'electron', 'roots', 'platform') },
  { files: ['src/adapters/**'], rules: adapterImports() },
  { files: ['electron/**'], rules: electronImports() },
  {
    // Names come from anybody's files: what is printed goes through print.ts.
    files: ['src/cli/**'],
    ignores: ['src/cli/print.ts'],
    rules: { 'no-console': 'error' },
  },
)

function houseRules() {
  return {
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    // Formatting is prettier's.
    'vue/max-attributes-per-line': 'off',
    'vue/singleline-html-element-content-newline': 'off',
    'vue/html-self-closing': 'off',
    'vue/html-indent': 'off',
    'vue/html-closing-bracket-newline': 'off',
    'vue/multiline-html-element-content-newline': 'off',
  }
}

function imports(...names) {
  return restricted(
    names.map((name) => ({ regex: OUTWARD[name], message: `This layer may not import ${name}.` })),
  )
}

function adapterImports() {
  return restricted([
    { regex: OUTWARD.ui, message: 'Adapters know no interface.' },
    { regex: OUTWARD.roots, message: 'Nobody imports a composition root.' },
    {
      regex: '(^|/)electron/(?!ipc-contract(\\.ts)?$|disk/|electronPlatform)',
      message: 'Only the IPC contract and electron/disk are shared.',
    },
  ])
}

function electronImports() {
  return restricted([
    {
      regex: '/src/',
      message: 'electron/ and src/ share electron/ipc-contract.ts and electron/disk, and nothing else.',
    },
  ])
}

function restricted(patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] }
}

/** The domain is a function of its arguments: no clock, no chance, no output, no world. */
function pure() {
  const message = 'The domain is pure: take it as an argument.'
  const names = [
    'console',
    'process',
    'performance',
    'crypto',
    'fetch',
    'setTimeout',
    'setInterval',
    'window',
    'document',
    'localStorage',
    'navigator',
    'globalThis',
  ]
  const selectors = [
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "CallExpression[callee.name='Date']",
    "MemberExpression[object.name='Date'][property.name='now']",
    "MemberExpression[object.name='Math'][property.name='random']",
  ]
  return {
    'no-restricted-globals': ['error', ...names.map((name) => ({ name, message }))],
    'no-restricted-syntax': ['error', ...selectors.map((selector) => ({ selector, message }))],
  }
}
