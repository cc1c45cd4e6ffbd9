/**
 * Opens a dialog that has `autofocus` and `tabindex="-1"`, with the focus on itself and then on its heading. Orca (43, Firefox 153 ESR) is silent about a focus that moves while
 * the page behind is taken out of its reach, and of a dialog that keeps the focus it reads all there is. Whoever has gone on meanwhile stays where they are.
 */
export function openDialog(dialog: HTMLDialogElement): void {
  dialog.showModal();
  dialog.focus();
  setTimeout(() => dialog.matches(':focus') && dialog.querySelector<HTMLElement>('h3')?.focus(), 150);
}
