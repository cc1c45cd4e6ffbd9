import { afterEach, expect } from 'vitest';
import { commands } from 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** The tree of roles, names and states the browser hands to assistive technology, through open shadow roots. */
    ariaTree(): Promise<string>;
  }
}

// The tree each story ends with is committed: what a screen reader meets never changes unseen.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') return;
  expect(steady(await commands.ariaTree())).toMatchSnapshot();
});

/** What a live region says comes a moment later and goes again: that it is there is kept, its words are the tests' affair. */
const steady = (tree: string): string => tree.replace(/^(\s*- status)(?:: .*)?$/gm, '$1');
