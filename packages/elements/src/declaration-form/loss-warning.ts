const losing = new Set<object>();

/** Whether the browser asks, in its own words, before the page is left: only while some form on it would lose something. */
export function warnOfLoss(form: object, loss: boolean): void {
  if (loss) losing.add(form);
  else losing.delete(form);
  if (losing.size > 0) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
