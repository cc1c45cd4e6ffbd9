import { ScreenWake } from './screen-wake.js';

/** What the dialog says. */
export interface DialogWords {
  readonly title: string;
  readonly hint: string;
  readonly close: string;
}

/**
 * C3: the QR code as large as the screen lets it be, for a reader, and the screen kept on. In the document while it is open only, and built of nodes:
 * this part shares no code with the first one.
 */
export class QrDialog {
  readonly #wake = new ScreenWake();
  readonly #root: ParentNode;
  #dialog: HTMLDialogElement | undefined;

  /** @param root the box with the tokens, in which it stands */
  constructor(root: ParentNode) {
    this.#root = root;
  }

  /** @param code the drawn QR code */
  open(code: SVGElement, { title, hint, close }: DialogWords): void {
    this.close();
    const dialog = element('dialog', { 'aria-labelledby': 'qr-title', 'aria-describedby': 'qr-hint' });
    dialog.part.add('qr');
    const button = element('button', { type: 'button', autofocus: '' }, close);
    button.addEventListener('click', () => dialog.close());
    dialog.append(element('h2', { id: 'qr-title' }, title), code, element('p', { id: 'qr-hint' }, hint), button);
    dialog.addEventListener('close', () => this.close());
    this.#root.append(dialog);
    this.#dialog = dialog;
    dialog.showModal();
    void this.#wake.hold();
  }

  close(): void {
    this.#dialog?.remove();
    this.#dialog = undefined;
    this.#wake.release();
  }
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Readonly<Record<string, string>>, text = ''): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}
