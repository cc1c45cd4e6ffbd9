/** The one thing pdfkit asks of a stream: whoever listens gets each chunk, and is told of the end. */
class Readable {
  #listeners = new Map();

  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  emit(event, ...facts) {
    for (const listener of this.#listeners.get(event) ?? []) listener(...facts);
  }

  push(chunk) {
    if (chunk === null) this.emit('end');
    else this.emit('data', chunk);
  }
}

export default { Readable };
