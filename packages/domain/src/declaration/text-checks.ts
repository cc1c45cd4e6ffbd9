import { type DeclarationFault, error } from './fault.js';

/** A text that must say something and fit its box on the form. */
export function checkText(pointer: string, text: string | undefined, max: number): readonly DeclarationFault[] {
  const given = text?.trim() ?? '';
  if (given === '') return [error(pointer, 'required')];
  return given.length > max ? [error(pointer, 'text.too-long', { max, actual: given.length })] : [];
}
