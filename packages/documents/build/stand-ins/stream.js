/** What pdfkit asks of a stream: the listener gets every chunk, also those written before it came (pdfkit writes the header while it is made), and is told of the end. */
class Readable {
  #listeners = new Map();
  #early = [];

  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    if (event === 'data') for (const chunk of this.#early.splice(0)) listener(chunk);
    return this;
  }

  emit(event, ...facts) {
    for (const listener of this.#listeners.get(event) ?? []) listener(...facts);
  }

  push(chunk) {
    if (chunk === null) this.emit('end');
    else if (this.#listeners.has('data')) this.emit('data', chunk);
    else this.#early.push(chunk);
  }
}

export default { Readable };
