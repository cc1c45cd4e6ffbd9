import { KeyRun, PAUSE } from './key-run.js';

/** How many keys a scan has at least: in a text field a whole code, elsewhere, where nobody types, a number. */
const LEAST = { inField: 20, elsewhere: 8 };

/** Keys that send nothing by themselves. */
const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'];

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Who listens for scans. */
export interface WedgeListener {
  isOn(): boolean;
  /** How much a text typed that fast looks like a scan; what does not at all (0) stays where it was typed. */
  likeness(text: string, inField: boolean): number;
  /** Remembers what stands now; answers what brings it back. */
  remember(): () => void;
  take(text: string): void;
}

/** What stood where a scanner may have begun. */
interface Place {
  readonly field: TextField | undefined;
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly keysBefore: number;
  readonly bringBack: () => void;
}

/**
 * Hears wedge scanners, keyboards to the browser, wherever the focus is inside `root`. What one types into a text field is taken out of it again, and its Enter or Tab neither
 * submits nor moves on. Read is what arrived in the field and not the keys: a Vietnamese typing program changes it on the way.
 */
export class WedgeWatch {
  readonly #run = new KeyRun<Place>();
  #keys: string[] = [];
  #target: EventTarget | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    root: HTMLElement,
    private readonly listener: WedgeListener,
  ) {
    root.addEventListener('keydown', this.#hear, { capture: true });
  }

  /** Forgets a scan that is under way. */
  end(): void {
    clearTimeout(this.#timer);
    this.#run.forget();
    this.#keys = [];
  }

  readonly #hear = (event: KeyboardEvent): void => {
    const { key } = event;
    if (!this.listener.isOn() || event.repeat || MODIFIERS.includes(key)) return;
    const [target] = event.composedPath();
    const shortcut = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
    if (shortcut || target !== this.#target) this.end();
    this.#target = target;
    if (shortcut) return;
    if (key === 'Enter' || key === 'Tab') {
      if (this.#answer()) stop(event);
      else this.end();
      return;
    }
    this.#press(event, target);
  };

  #press(event: KeyboardEvent, target: EventTarget | undefined): void {
    const field = textField(target);
    this.#run.press(event.timeStamp, () => this.#placeAt(field));
    if (event.key === 'Backspace') this.#keys.pop();
    else if (event.key.length === 1) this.#keys.push(event.key);
    // A blank of the code must not press the button that has the focus.
    if (!field && event.key === ' ' && this.#run.bursts(LEAST.elsewhere).length > 0) stop(event);
    clearTimeout(this.#timer);
    if (this.#run.bursts(LEAST.elsewhere).length > 0) this.#timer = setTimeout(() => this.#answer(), PAUSE);
  }

  #placeAt(field: TextField | undefined): Place {
    const { value = '', selectionStart, selectionEnd } = field ?? {};
    const from = selectionStart ?? value.length;
    return { field, value, from, to: selectionEnd ?? from, keysBefore: this.#keys.length, bringBack: this.listener.remember() };
  }

  /** Takes what was typed for a scan, where it is one. */
  #answer(): boolean {
    const inField = textField(this.#target) !== undefined;
    const found = this.#run.bursts(inField ? LEAST.inField : LEAST.elsewhere).map((place) => {
      const text = this.#typedSince(place);
      return { place, text, likeness: this.listener.likeness(text, inField) };
    });
    const best = found.reduce((one, other) => (other.likeness > one.likeness ? other : one), found[0]!);
    if (!best?.likeness) return false;
    this.end();
    emptied(best.place);
    best.place.bringBack();
    this.listener.take(best.text);
    return true;
  }

  #typedSince({ field, value, from, to, keysBefore }: Place): string {
    return field ? field.value.slice(from, field.value.length - (value.length - to)) : this.#keys.slice(keysBefore).join('');
  }
}

function textField(target: EventTarget | undefined): TextField | undefined {
  if (target instanceof HTMLTextAreaElement) return target;
  // Those of which a browser tells where the cursor is.
  return target instanceof HTMLInputElement && /^(text|tel|search|url)$/.test(target.type) ? target : undefined;
}

/** Puts back what stood in the field, and says so as a person's input would. */
function emptied({ field, value, from, to }: Place): void {
  if (!field) return;
  field.value = value;
  field.setSelectionRange(from, to);
  const asTyped = new InputEvent('input', { bubbles: true, composed: true });
  field.dispatchEvent(asTyped);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
