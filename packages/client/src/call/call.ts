import type { Answer } from './answer.js';

/** A call under way: await it for the value, or `.withResponse()` for the value with status, headers and request id. */
export class Call<Value> implements Promise<Value> {
  readonly [Symbol.toStringTag] = 'Call';
  readonly #answer: Promise<Answer<Value>>;

  constructor(answer: Promise<Answer<Value>>) {
    this.#answer = answer;
  }

  /** The value with what came around it. */
  withResponse(): Promise<Answer<Value>> {
    return this.#answer;
  }

  then<A = Value, B = never>(
    onValue?: ((value: Value) => A | PromiseLike<A>) | null,
    onFailure?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then(({ value }) => value).then(onValue, onFailure);
  }

  catch<B = never>(onFailure?: ((failure: unknown) => B | PromiseLike<B>) | null): Promise<Value | B> {
    return this.then(undefined, onFailure);
  }

  finally(onEnd?: (() => void) | null): Promise<Value> {
    return this.then().finally(onEnd);
  }
}

/** One page: `nextCursor` is there while more follow. */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor?: string | undefined;
}

/** A call that answers in pages: await it for the first page, or `for await` over all rows. Leaving the loop early fetches no further page. */
export class PagedCall<Row, Value extends Page<Row> = Page<Row>> extends Call<Value> implements AsyncIterable<Row> {
  readonly #next: (cursor: string) => Promise<Answer<Value>>;

  constructor(first: Promise<Answer<Value>>, next: (cursor: string) => Promise<Answer<Value>>) {
    super(first);
    this.#next = next;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row, void, undefined> {
    let { value } = await this.withResponse();
    for (;;) {
      yield* value.items;
      if (value.nextCursor === undefined) return;
      ({ value } = await this.#next(value.nextCursor));
    }
  }
}
