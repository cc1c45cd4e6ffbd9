/** Fetches one chunk by name (`start`, `units-2021-01`, …) and answers its parsed JSON. */
export type LoadChunk = (name: string) => Promise<unknown>;

/** A chunk could not be had. The next question asks for it again. */
export class DirectoryLoadError extends Error {
  override readonly name = 'DirectoryLoadError';
  readonly code = 'directory.unreachable';

  constructor(
    readonly chunk: string,
    options: { cause: unknown },
  ) {
    super(
      `Không tải được danh mục "${chunk}". Hãy kiểm tra kết nối rồi thử lại. / The directory chunk "${chunk}" could not be loaded. Check the connection and try again.`,
      options,
    );
  }
}

/** Chunks in memory: each is loaded once however many ask at the same time, kept for good, and asked for again only after a failure. */
export class ChunkStore {
  readonly #load: LoadChunk;
  readonly #chunks = new Map<string, Promise<unknown>>();

  constructor(load: LoadChunk) {
    this.#load = load;
  }

  /** The chunk, read by `decode`. What is kept is the decoded value. Rejects with DirectoryLoadError, also where a host answered something else than the chunk. */
  get<Value>(name: string, decode: (chunk: never) => Value): Promise<Value> {
    const known = this.#chunks.get(name);
    if (known) return known as Promise<Value>;
    const coming = this.#read(name, decode);
    this.#chunks.set(name, coming);
    coming.catch(() => this.#chunks.delete(name));
    return coming;
  }

  /** Whether the chunk is here or on its way. */
  has(name: string): boolean {
    return this.#chunks.has(name);
  }

  async #read<Value>(name: string, decode: (chunk: never) => Value): Promise<Value> {
    try {
      return decode((await this.#load(name)) as never);
    } catch (cause) {
      throw new DirectoryLoadError(name, { cause });
    }
  }
}
