import js from '@eslint/js';
import globals from 'globals';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** The floors of the house, from the ground up: a package imports from those it names here and from no other of ours. */
const FLOORS = {
  domain: [],
  contract: ['domain'],
  directory: ['domain'],
  documents: ['domain'],
  client: ['contract', 'domain'],
  elements: ['client', 'contract', 'directory', 'documents', 'domain'],
  gateway: ['contract', 'directory', 'documents', 'domain'],
};

const floors = Object.entries(FLOORS).map(([name, below]) => ({
  files: [`packages/${name}/src/**/*.ts`],
  ignores: ['**/*.test.ts'], // a test may look at its floor from above
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [
          { name: 'zod', message: "import * as z from 'zod/mini': the whole of zod weighs 25 kB in a page and more." },
          {
            name: 'lit/directives/style-map.js',
            message: 'styleMap writes a style attribute on first render, which a strict CSP blocks: use classes or style.setProperty.',
          },
        ],
        patterns: [
          {
            regex: `^@bhxh-kit/(?!(${[name, ...below].join('|')})(/|$))`,
            message: `${name} imports only from ${below.join(', ') || 'zod/mini'}: imports go down the floors.`,
          },
        ],
      },
    ],
  },
}));

const node = { languageOptions: { globals: { ...globals.node } } };

export default ts.config(
  { ignores: ['**/dist', '**/generated', '**/node_modules', '.cache', '.data', 'coverage', 'docs-site', 'storybook-static'] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.test.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A number in a template reads the same for everybody; what must not slip in is an object or undefined.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => this.open()` in a listener is the way Lit is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // Pages hand in data without types, and old browsers lack what the DOM's types promise: a check too many is wanted there.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Leaving fields out by destructuring is the short way to omit them.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `[...text]` is meant here: the code points of a Vietnamese text after NFC.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }, 'string'] }],
      // With noUncheckedIndexedAccess this is how a loop says that its index is inside its bounds, at no cost.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Opinions without a bug behind them: `void` in a type argument's default, `delete record[key]` on a record of fields.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `async` also says that an answer comes later, and turns a throw into a rejection.
      '@typescript-eslint/require-await': 'off',
      // `() => void (x = y)` is how an arrow answers nothing.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], litA11y.configs.recommended],
    rules: {
      // An interface of the class's name is how an element types `addEventListener` for its own events; the base class implements it.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
      // Tree items, tabs and options are named by their content, which the rule does not see; axe judges what is rendered, on every story.
      'lit-a11y/accessible-name': 'off',
      // A press on a backdrop, or beside a field in its box, is a short cut; the way by keyboard is walked by tests.
      'lit-a11y/click-events-have-key-events': 'off',
      // A table that is laid out as cards keeps its roles only where they are written out (Safari, Chrome).
      'lit-a11y/no-redundant-role': 'off',
      // Views are objects of arrow functions, and templates take them apart; method shorthand keeps their interfaces readable.
      '@typescript-eslint/unbound-method': 'off',
      // In a dialog `autofocus` is how the platform is told where the focus starts.
      'lit-a11y/no-autofocus': 'off',
    },
  },
  {
    // A test reads answers as they come and stands in for asynchronous parties; what is wrong there fails the test.
    files: ['**/*.test.ts', '**/test-support/**/*.ts', '**/testing/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'],
    rules: {
      // A source of data that fails, or never answers, yields nothing.
      'require-yield': 'off',
      // Elements come from `createElement`, and bytes from literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowArray: true }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  ...floors,
  {
    // Pages with a strict CSP and Trusted Types block these; a test's own page has none.
    files: ['packages/elements/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
          message: 'A style attribute is blocked by a strict CSP: use a class or style.setProperty.',
        },
        { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]', message: 'Blocked by Trusted Types: render with a template.' },
      ],
    },
  },
  { files: ['**/*.mjs', '*.js', 'scripts/**', 'packages/*/bin/**'], ...node },
  // What these hand to the page runs there.
  { files: ['test/**', 'demo/**'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
);
