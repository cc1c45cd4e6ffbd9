/** The one thing pdfkit asks of a stream: whoever listens gets each chunk, and is told of the end. The constructor writes the PDF's header before anybody can listen, so chunks wait for the first listener. */
class Readable {
  #listeners = new Map();
  #waiting = [];

  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    if (event === 'data') for (const chunk of this.#waiting.splice(0)) this.emit('data', chunk);
    return this;
  }

  emit(event, ...facts) {
    for (const listener of this.#listeners.get(event) ?? []) listener(...facts);
  }

  push(chunk) {
    if (chunk === null) this.emit('end');
    else if (this.#listeners.has('data')) this.emit('data', chunk);
    else this.#waiting.push(chunk);
  }
}

export default { Readable };
