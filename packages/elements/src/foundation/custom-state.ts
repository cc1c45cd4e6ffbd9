/** Sets `:state(name)` on an element. Chrome before 125 knows only dashed names, matched by `:--name`. */
export function setCustomState({ states }: ElementInternals, name: string, on: boolean): void {
  for (const spelling of [name, `--${name}`]) {
    try {
      if (on) states.add(spelling);
      else states.delete(spelling);
      return;
    } catch {
      // An undashed name is a SyntaxError in Chrome 90 to 124: the dashed one follows.
    }
  }
}
