// Runs in the page: how long an act takes, for every bench alike.

export const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** A fifth of a second, in which nobody has pressed anything yet: less than a hand takes from seeing to pressing. An act measured sooner would be measured with the page's own first work. */
export const rest = (milliseconds = 200) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Until the act and the layout it asks for are done: waiting for a frame would measure when the frame happens to fall. */
export async function worked(act) {
  const start = performance.now();
  await act();
  document.body.getBoundingClientRect();
  return performance.now() - start;
}

/** Until the frame that shows it. */
export async function painted(act) {
  const start = performance.now();
  await act();
  await frame();
  return performance.now() - start;
}

/** What a person types to find something, key by key; every key is given a frame to be seen. */
export async function typed(texts, filter) {
  const keys = [];
  for (const text of texts) {
    keys.push(await worked(() => filter(text)));
    await frame();
  }
  return keys;
}
