import { type DraftKey, type DraftRow, DraftRows, FORM } from './draft-rows.js';
import { type Sealed, seal, unseal, utf8 } from './seal.js';

/** A draft as it was kept: its content is JSON, its pictures come when asked for. */
export interface KeptDraft {
  readonly id: string;
  readonly content: unknown;
}

/** What is to be kept of one filling. `pictures` are those that changed since the last time; `undefined` is one that was taken away. */
export interface DraftToKeep {
  readonly id: string;
  readonly content: object;
  readonly pictures: ReadonlyMap<string, Blob | undefined>;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How often a wipe in another tab may come between sealing and writing. */
const TRIES = 3;

/**
 * The drafts of one form, sealed, in this browser (R20). `belongsTo` says whose and which form's they are: whoever asks with another one finds nothing. It is stored nowhere.
 * Every function rejects where the browser keeps nothing.
 */
export class DraftStore {
  readonly #rows = new DraftRows();

  constructor(private readonly belongsTo: string) {}

  /** The drafts that can be opened, after everything too old is gone. */
  async list(now: number): Promise<readonly KeptDraft[]> {
    const rows = await this.#rows.sweep(now);
    const forms = rows.filter(({ part }) => part === FORM);
    const known = forms.length > 0 ? await this.#rows.knownKey() : undefined;
    if (!known) return [];
    const opened = await Promise.all(forms.map(async (row) => ({ id: row.draft, bytes: await this.#unseal(known, row) })));
    return opened.flatMap(({ id, bytes }) => (bytes ? [{ id, content: JSON.parse(new TextDecoder().decode(bytes)) as unknown }] : []));
  }

  async pictures(id: string): Promise<ReadonlyMap<string, Blob>> {
    const [rows, known] = await Promise.all([this.#rows.ofDraft(id), this.#rows.knownKey()]);
    const pictures = new Map<string, Blob>();
    for (const row of rows) {
      const bytes = known && row.part !== FORM ? await this.#unseal(known, row) : undefined;
      if (bytes) pictures.set(row.part, new Blob([bytes], { type: 'image/jpeg' }));
    }
    return pictures;
  }

  async keep({ id, content, pictures, expiresAt }: DraftToKeep): Promise<void> {
    const row = async (key: CryptoKey, part: string, bytes: BufferSource): Promise<DraftRow> => ({
      draft: id,
      part,
      expiresAt,
      ...(await seal(key, bytes, this.#name(id, part))),
    });
    for (let left = TRIES; left > 0; left--) {
      const known = await this.#rows.key();
      const rows = await Promise.all([
        row(known.key, FORM, utf8(JSON.stringify(content))),
        ...[...pictures].flatMap(([kind, picture]) => (picture ? [picture.arrayBuffer().then((bytes) => row(known.key, kind, bytes))] : [])),
      ]);
      const gone = [...pictures].flatMap(([kind, picture]): [string, string][] => (picture ? [] : [[id, kind]]));
      if (await this.#rows.write(rows, gone, known)) return;
    }
    throw new Error('drafts are being wiped in another tab');
  }

  /** Leaves no row of the draft, and no key once it was the last. */
  wipe(id: string): Promise<void> {
    return this.#rows.delete(id);
  }

  close(): void {
    this.#rows.close();
  }

  async #unseal({ key }: DraftKey, row: DraftRow & Sealed): Promise<ArrayBuffer | undefined> {
    return unseal(key, row, this.#name(row.draft, row.part)).catch(() => undefined);
  }

  #name(id: string, part: string): string {
    return JSON.stringify([this.belongsTo, id, part]);
  }
}
