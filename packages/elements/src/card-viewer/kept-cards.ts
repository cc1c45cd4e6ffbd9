import type { BhxhClient } from '@bhxh-kit/client';
import type { MyConsents } from '@bhxh-kit/contract';
import type { HealthCard } from '@bhxh-kit/domain';
import { dayOf, isoDayOf } from '../sealed/day-of.js';
import { randomId } from '../sealed/sealed-rows.js';
import { SealedStore } from '../sealed/sealed-store.js';
import type { Speak } from './card-acts.js';
import type { Validity } from './card-facts.js';
import type { CardHost } from './card-loader.js';
import { KeptNote } from './kept-note.js';
import { type KeptWord, keptWords, type SayKept } from './kept-words.js';

/** What is sealed. Moments in milliseconds since 1970. */
interface Copy {
  readonly cards: readonly HealthCard[];
  /** When the gateway told them. */
  readonly keptAt: number;
  /** When the copy was opened last: before that no clock can be right. */
  readonly seenAt: number;
  readonly expiresAt: number;
}

/** What the person may choose. */
interface Offer {
  readonly mine: MyConsents;
  readonly cards: readonly HealthCard[];
  readonly days: number;
  /** The words that choosing agrees to, where that is recorded and not done yet. */
  readonly words: string | undefined;
}

/** Also written in `bhxh-provider`, which deletes it when somebody signs out on a page without the card. */
const DATABASE = 'bhxh-kit-cards';
const ONE_DAY = 86_400_000;
/** Milliseconds a clock may be set back without anybody minding: clocks are put right by that much. */
const CLOCK_SLACK = 3_600_000;

/** Whose card was read with a client since its session began, by the end of the number: another view of the page makes another viewer, the person stays the same. */
const holders = new WeakMap<BhxhClient, string>();

/**
 * The copy of a person's cards on this device (C6): made when they ask for it, sealed, shown where the gateway cannot be asked. It belongs to this browser and this gateway:
 * after a reload nobody is signed in, so nobody else can be told. To somebody who is signed in it is shown only once a card of theirs was read that it is a copy of.
 * What may be done with it is for the host (`offline-days`), the gateway and the person's consent to say.
 */
export class KeptCards {
  /** The copy, while there is one. */
  copy: Copy | undefined;
  /** The cards of the copy, in the place of those that could not be read. */
  shown: readonly HealthCard[] | undefined;
  offer: Offer | undefined;
  /** What became of an act, or of the copy. */
  said: KeptWord | undefined;
  readonly #note: KeptNote;
  readonly #t: SayKept;
  readonly #store: SealedStore;
  #id = randomId();
  /** Changes with every session that begins or ends, so that a copy on its way finds nobody to be shown to. */
  #sessions = 0;
  /** One act on the store after the other. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: CardHost,
    private readonly client: BhxhClient,
    speak: Speak,
  ) {
    this.#t = speak(keptWords);
    this.#store = new SealedStore(DATABASE, client.baseUrl);
    this.#note = new KeptNote(this, this.#t, host.shadowRoot as ShadowRoot);
  }

  /** To render in the viewer. */
  get node(): HTMLElement | undefined {
    return this.#note.node;
  }

  /** The validity of a card out of the copy is that of the day it was told: nothing is valid today for all that this device knows. */
  hedge(validity: Validity): Validity {
    if (!this.shown || !this.copy) return validity;
    const { tone, text } = validity;
    const said = text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
    return { tone: tone === 'valid' ? 'soon' : tone, text: this.#t('asOf', { day: dayOf(this.copy.keptAt), said }) };
  }

  /** The gateway told the cards: the copy is brought up to date, or deleted where it is another person's, where the card is gone, or where it may not be. */
  async read(cards: readonly HealthCard[]): Promise<void> {
    this.shown = this.said = undefined;
    this.#remember(cards);
    const sessions = this.#sessions;
    const mine = await this.client.consents.mine({ locale: this.#locale }).catch(() => undefined);
    // A child's cards are read by the guardian's link every time, and never kept; the guardian's copy is no matter of theirs.
    if (mine?.givenBy === 'self') await this.#next(() => this.#settle(cards, mine, sessions)).catch(() => undefined);
    else this.offer = undefined;
    this.host.requestUpdate();
  }

  async #settle(cards: readonly HealthCard[], mine: MyConsents, sessions: number): Promise<void> {
    const consent = deviceCopy(mine);
    const days = Math.min(this.host.offlineDays, mine.deviceCopyDays ?? this.host.offlineDays);
    const useful = cards.filter(({ validTo }) => validTo === undefined || isoDayOf(Date.now()) <= validTo);
    const may = days > 0 && useful.length > 0;
    const copy = await this.#find();
    // These cards are no longer those of whoever is signed in.
    if (sessions !== this.#sessions) return;
    this.offer =
      may && (consent?.given !== false || !mine.asked) ? { mine, cards: useful, days, words: consent?.given === false ? consent.words : undefined } : undefined;
    if (!copy) return;
    if (may && consent?.given !== false && sameHolder(copy.cards, useful)) await this.#write(useful, days);
    else await this.#wipe();
  }

  /** Opens the copy in the place of cards that could not be read; not where the gateway answered with a refusal of its own, nor to somebody who may be another person. */
  async instead(error: unknown): Promise<void> {
    const { status, code } = error as { readonly status?: number; readonly code?: string };
    if (status !== undefined && status !== 401 && status !== 429 && status < 500) return;
    // A host's own session counts as one until it gives no token.
    const nobody = !this.client.signedIn || code === 'session.missing';
    const sessions = this.#sessions;
    await this.#next(async () => {
      const copy = await this.#find();
      if (!copy || sessions !== this.#sessions || !(nobody || copy.cards.some((one) => holderOf(one) === holders.get(this.client)))) return;
      if (Date.now() + CLOCK_SLACK < copy.seenAt) {
        this.said = 'clock';
        return;
      }
      this.copy = { ...copy, seenAt: Math.max(copy.seenAt, Date.now()) };
      this.shown = copy.cards;
      // A full disk is no reason to show nothing.
      await this.#keep(this.copy).catch(() => undefined);
    }).catch(() => undefined);
  }

  /** A session began: until its cards are read, the copy is perhaps another person's. */
  begun(): void {
    this.#leave();
  }

  /** A session ended. By signing out, or from another device, the copy goes with it; a session that was merely too old leaves it. */
  async ended(why: { readonly code: string } | undefined): Promise<void> {
    this.#leave();
    if (why?.code !== 'session.expired') await this.#next(() => this.#wipe()).catch(() => undefined);
  }

  #leave(): void {
    this.#sessions++;
    this.shown = this.offer = this.said = undefined;
  }

  /** Until the session changes, also while no viewer is there to hear of it. */
  #remember(cards: readonly HealthCard[]): void {
    const { client } = this;
    if (!cards[0]) return;
    if (!holders.has(client)) {
      const stop = client.onSessionChange?.(() => {
        holders.delete(client);
        stop?.();
      });
    }
    holders.set(client, holderOf(cards[0]));
  }

  /** Giữ thẻ trên máy này. */
  async keep(): Promise<void> {
    await this.#next(async () => {
      const { offer } = this;
      if (!offer) return;
      const agreed = offer.words === undefined || (await this.#agree(offer.mine));
      this.said = agreed ? undefined : 'notAgreed';
      if (!agreed || !this.offer) return;
      this.offer = { ...offer, words: undefined };
      await this.#write(offer.cards, offer.days).catch(() => (this.said = 'notKept'));
    });
    this.host.requestUpdate();
    // What the card needs without a network is fetched while there is one.
    void Promise.all([import('./card-acts.js').then(({ fetchSheets }) => fetchSheets()), import('./qr-path.js')]).catch(() => undefined);
  }

  /** Records the consent to the copy, beside what was agreed to before. */
  async #agree({ textVersion, purposes }: MyConsents): Promise<boolean> {
    const given = purposes.filter((one) => one.given || one.purpose === DEVICE_COPY).map(({ purpose }) => purpose);
    return this.client.consents.give({ textVersion, purposes: given, locale: this.#locale, channel: 'page' }).then(
      () => true,
      () => false,
    );
  }

  /** Xóa thẻ khỏi máy này. */
  async wipe(): Promise<void> {
    await this.#next(() => this.#wipe()).catch(() => undefined);
    this.shown = undefined;
    this.said = 'wiped';
    this.host.requestUpdate();
    await this.host.updateComplete;
  }

  /** Lets go of the database, once everything begun is done. */
  close(): void {
    void this.#next(() => this.#store.close());
  }

  /** The copy in the store that is not too old by the host's days of today either. */
  async #find(): Promise<Copy | undefined> {
    const now = Date.now();
    const [found] = await this.#store.list(now);
    if (!found) return (this.copy = undefined);
    this.#id = found.id;
    const copy = found.content as Copy;
    const expiresAt = Math.min(copy.expiresAt, copy.keptAt + this.host.offlineDays * ONE_DAY);
    if (now < expiresAt) return { ...copy, expiresAt };
    await this.#wipe();
    return undefined;
  }

  async #write(cards: readonly HealthCard[], days: number): Promise<void> {
    const now = Date.now();
    const copy = { cards, keptAt: now, seenAt: now, expiresAt: now + days * ONE_DAY };
    await this.#keep(copy);
    this.copy = copy;
  }

  #keep(copy: Copy): Promise<void> {
    return this.#store.keep({ id: this.#id, content: copy, expiresAt: copy.expiresAt });
  }

  async #wipe(): Promise<void> {
    this.copy = undefined;
    for (const { id } of await this.#store.list(Date.now())) await this.#store.wipe(id);
  }

  get #locale(): 'vi' | 'en' {
    return this.host.language === 'en' ? 'en' : 'vi';
  }

  #next<Value>(act: () => Value | Promise<Value>): Promise<Value> {
    const done = this.#queue.then(act);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

const DEVICE_COPY = 'device-copy';
const deviceCopy = ({ purposes }: MyConsents) => purposes.find(({ purpose }) => purpose === DEVICE_COPY);

/** The BHXH number, which ends every card's number. */
const holderOf = ({ number }: HealthCard): string => number.slice(-10);
const sameHolder = (some: readonly HealthCard[], others: readonly HealthCard[]): boolean =>
  some.some((one) => others.some((other) => holderOf(one) === holderOf(other)));
