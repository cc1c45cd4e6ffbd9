import { type DeclarationFault, error } from './fault.js';

/** One of the codes of a list. */
export function checkChoice(pointer: string, choice: string | undefined, options: readonly string[]): readonly DeclarationFault[] {
  if (!choice) return [error(pointer, 'required')];
  return options.includes(choice) ? [] : [error(pointer, 'choice.unknown')];
}
