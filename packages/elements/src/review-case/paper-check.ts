import type { BhxhClient } from '@bhxh-kit/client';
import { printedOf, type SealContext, type SealVerdict, sealKeys, verifySeal } from '@bhxh-kit/client/seals';
import type { ReviewCase } from '@bhxh-kit/contract';

type Keys = SealContext['keys'];

/** Every status: a paper is looked up whatever became of its declaration. */
const STATUSES = ['waiting-for-paper', 'in-review', 'approved', 'rejected', 'cancelled'] as const;

/** Where the check finds what it needs. */
export interface PaperSurroundings {
  client(): BhxhClient | undefined;
  /** Keys the page hands in; without them the gateway's are asked, and kept. */
  keys(): Keys | undefined;
  /** The case in view. */
  file(): ReviewCase | undefined;
  open(id: string): void;
  changed(): void;
}

/** The check of the paper against the data (O2): what was scanned, what came of it. It knows no DOM. What was scanned stays in memory, and no longer than the case. */
export class PaperCheck {
  verdict: SealVerdict | undefined;
  busy = false;
  /** Something was sent without a code. */
  empty = false;
  /** Why the case of a scanned paper is not in view. */
  absent: 'opening' | 'not-found' | 'not-opened' | undefined;
  #scan: string | undefined;
  /** The case in view when it was checked last. */
  #against: ReviewCase | undefined;
  #keys: { readonly client: BhxhClient; readonly coming: Promise<Keys> } | undefined;
  #client: BhxhClient | undefined;
  #turn = 0;

  constructor(private readonly around: PaperSurroundings) {}

  /** Asks for the keys while there is a network, and checks anew when the case in view is another. */
  follow(): void {
    const client = this.around.client();
    // Another client is another officer, perhaps.
    if (client !== this.#client) this.forget();
    this.#client = client;
    if (client && client !== this.#keys?.client && !this.around.keys()) this.#ask(client);
    const file = this.around.file();
    if (file === this.#against || this.#scan === undefined) return;
    // The case of the scanned paper itself may still be on its way.
    if (!file && this.absent === 'opening') return;
    if (file?.reference === this.#reference || (file && file.id === this.#against?.id)) void this.check(this.#scan);
    else if (this.#against) this.forget();
  }

  /** Checks a scan. Never rejects. */
  async check(scan: string): Promise<void> {
    const turn = ++this.#turn;
    const file = this.around.file();
    this.#scan = scan;
    this.#against = file;
    this.empty = scan.trim() === '';
    this.absent = undefined;
    this.busy = !this.empty;
    this.around.changed();
    const verdict = this.empty ? undefined : await this.#verified(scan, file);
    if (turn !== this.#turn) return;
    this.verdict = verdict;
    this.busy = false;
    this.around.changed();
    if (verdict?.kind === 'genuine' && !file) await this.#open(verdict.reference, turn);
  }

  /** Opens the case of the paper that was scanned. */
  async openScanned(): Promise<void> {
    if (this.#reference !== undefined) await this.#open(this.#reference, this.#turn);
  }

  /** Nothing of the paper stays. */
  forget(): void {
    this.#turn += 1;
    this.verdict = this.#scan = this.#against = this.absent = undefined;
    this.busy = this.empty = false;
  }

  get #reference(): string | undefined {
    return this.verdict?.kind === 'genuine' ? this.verdict.reference : undefined;
  }

  async #verified(scan: string, file: ReviewCase | undefined): Promise<SealVerdict> {
    const printed = file && printedOf(file);
    const handed = this.around.keys();
    const verdict = await verifySeal(scan, { keys: handed ?? (await this.#known()), printed });
    const client = this.around.client();
    if (verdict.kind !== 'unknown-key' || handed || !client) return verdict;
    // The key may be newer than this page.
    this.#ask(client);
    return verifySeal(scan, { keys: await this.#known(), printed });
  }

  #ask(client: BhxhClient): void {
    this.#keys = { client, coming: sealKeys(client.withOptions({ retries: 0 })).catch(() => []) };
  }

  async #known(): Promise<Keys> {
    return (await this.#keys?.coming) ?? [];
  }

  async #open(reference: string, turn: number): Promise<void> {
    const client = this.around.client();
    this.absent = client ? 'opening' : 'not-opened';
    this.around.changed();
    if (!client) return;
    const found = await client
      .withOptions({ retries: 0 })
      .reviews.list({ find: reference, status: [...STATUSES], limit: 1 })
      .then(
        ({ items }) => items[0] ?? 'not-found',
        () => 'not-opened' as const,
      );
    if (turn !== this.#turn) return;
    if (typeof found === 'string') this.absent = found;
    else this.around.open(found.id);
    this.around.changed();
  }
}
