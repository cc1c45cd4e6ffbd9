import type { Announcer } from './announcer.js';

/**
 * For whatever brings the focus to a field that is wrong: says why where the focus is there already, as after Enter. A browser tells of no focus that does not move, nor of a description
 * that is the same as before: whoever sends the same wrong thing again would hear nothing. Where the focus moves it tells of the field, and nothing is said besides.
 */
export function sayWhereFocused(root: ParentNode, selector: string, why: string | undefined, announcer: Announcer): void {
  if (why && root.querySelector(`${selector}:focus`)) announcer.say(why);
  else announcer.hush();
}
