import js from '@eslint/js';
import globals from 'globals';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

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
      // Opinions without a bug behind them: `void` in a type argument's default, `delete record[key]` on a record of fields.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], litA11y.configs.recommended],
  },
  {
    // A test reads answers as they come and stands in for asynchronous parties; what is wrong there fails the test.
    files: ['**/*.test.ts', 'stories/**/*.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.mjs', '*.js', 'scripts/**'], ...node },
  // What these hand to the page runs there.
  { files: ['test/**', 'demo/**'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
);
