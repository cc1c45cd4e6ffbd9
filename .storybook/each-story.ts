import { afterEach, expect } from 'vitest';
import { commands } from 'vitest/browser';
import { contrastFaults, OTHER_LOOKS, wear } from './looks.js';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** The tree of roles, names and states the browser hands to assistive technology, through open shadow roots. */
    ariaTree(): Promise<string>;
  }
}

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') return;
  // The tree each story ends with is committed: what a screen reader meets never changes unseen.
  expect(await settledTree()).toMatchSnapshot();
  // The addon has checked the story in the light. What the eye can tell apart is a matter of the look, all else is not.
  try {
    for (const look of OTHER_LOOKS) {
      await wear(look);
      expect(await contrastFaults(), look.name).toEqual([]);
    }
  } finally {
    await wear();
  }
});

/** What a live region says comes a moment later and goes again, and seconds run: that they are there is kept, their words are the tests' affair. */
const steady = (tree: string): string => tree.replace(/^(\s*- status)(?:: .*)?$/gm, '$1').replace(/^(\s*- timer): .*(?:giây|seconds).*$/gm, '$1');

/** Parts and words are loaded on use: the tree counts once it is there and two looks at it agree. */
async function settledTree(): Promise<string> {
  let before = '';
  for (let look = 0; look < 30; look++) {
    const tree = steady(await commands.ariaTree());
    if (tree !== '' && tree === before) return tree;
    before = tree;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return before;
}
