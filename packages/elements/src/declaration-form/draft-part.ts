import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationForm, PhotographKind } from '@bhxh-kit/domain';
import type { nothing, ReactiveController, TemplateResult } from 'lit';
import type { CheckHost } from '../checks/check-surroundings.js';
import { HeldDraft } from '../drafts/held-draft.js';
import { randomId } from '../sealed/sealed-rows.js';
import { type Kept, SealedStore } from '../sealed/sealed-store.js';
import type { CheckTools } from './check-tools.js';
import { DraftNotes } from './draft-notes.js';
import { changedSince, type Drafted, drafted, reopened } from './drafted.js';
import type { FormSession } from './form-session.js';

/** What the form lends to its drafts. */
export interface DraftedForm {
  readonly session: () => FormSession;
  readonly client: () => BhxhClient | undefined;
  /** What tells this form from others of the same site. */
  readonly kind: readonly (string | undefined)[];
  readonly days: number;
  /** Loads the rules and steps of a form; answers whether they are there. */
  ready(form: Pick<DeclarationForm, 'purpose' | 'subject'>): Promise<boolean>;
  /** Shows another form in place of the one in hand. */
  goOn(form: DeclarationForm, pictures: Iterable<readonly [PhotographKind, Blob]>): void;
  /** Puts the focus back on the step. */
  focus(): void;
}

/** A draft that waits to be opened. */
export interface FoundDraft {
  readonly id: string;
  readonly kept: Drafted;
}

/** Milliseconds from a change to its draft: shorter than it takes to close a tab, longer than between two keys. */
const SAVE_AFTER = 400;
/** Milliseconds a declaration waits for its draft before it is sent without one. */
const PATIENCE = 2000;
const ONE_DAY = 86_400_000;
const DATABASE = 'bhxh-kit-drafts';

/** Bản nháp (R20): keeps what is filled in, sealed, in this browser, and gives it back to whoever asks for it. Where the browser keeps nothing the form works on and says so. */
export class DraftPart implements ReactiveController {
  /** Until when the draft is kept, milliseconds since 1970; nothing while none is. */
  keptUntil = 0;
  found: readonly FoundDraft[] = [];
  /** What the browser refuses, or the person asked not to do. */
  off: 'refused' | 'wiped' | undefined;
  readonly notes: DraftNotes;
  #own = new HeldDraft(randomId());
  #store: SealedStore | undefined;
  #client: BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;
  /** Whose drafts these are: empty for somebody who is not signed in. */
  #person = '';
  #saved: DeclarationForm | undefined;
  /** When that was: a draft with another time was written by another page. */
  #savedAt = 0;
  #tried: DeclarationForm | undefined;
  #savedPictures = new Map<PhotographKind, Blob>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #opening = false;
  /** Whether the form is in the page. */
  #here = false;
  /** One act on the store after the other. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: CheckHost,
    readonly tools: CheckTools,
    private readonly around: DraftedForm,
  ) {
    this.notes = new DraftNotes(this, host, tools);
    this.#session.keepAttempt = () => Promise.race([this.#save(), new Promise<void>((done) => setTimeout(done, PATIENCE))]);
    host.addController(this);
  }

  /** Whether everything the person filled in is in the store. */
  get safe(): boolean {
    return !this.off && this.#saved === this.#session.form;
  }

  get #session(): FormSession {
    return this.around.session();
  }

  hostConnected(): void {
    this.#here = true;
    document.addEventListener('visibilitychange', this.#onHide);
    window.addEventListener('pagehide', this.#onLeave);
    window.addEventListener('pageshow', this.#onReturn);
    this.#open();
  }
  hostDisconnected(): void {
    this.#here = false;
    document.removeEventListener('visibilitychange', this.#onHide);
    window.removeEventListener('pagehide', this.#onLeave);
    window.removeEventListener('pageshow', this.#onReturn);
    this.#stopHearing?.();
    this.#client = undefined;
    this.#onLeave();
    void this.#next(() => this.#store?.close());
  }
  hostUpdated(): void {
    // An update may still follow after the form was taken away; what it held is kept by then.
    if (!this.#here) return;
    const { form, begun } = this.#session;
    if (this.around.client() !== this.#client) this.#open();
    if (form.step === 'receipt') this.#end();
    else if (begun && form !== this.#tried && this.off !== 'wiped') this.#timer ??= setTimeout(() => void this.#save(), SAVE_AFTER);
  }

  render(where: 'above' | 'below'): TemplateResult | typeof nothing {
    const { step } = this.#session.form;
    if (step === 'receipt') return this.tools.nothing;
    return where === 'above' ? this.notes.above(step) : this.notes.below(this.#session.begun);
  }

  /** Tiếp tục. */
  async goOn(draft: FoundDraft): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    await this.#goOn(draft, new HeldDraft(draft.id)).finally(() => (this.#opening = false));
  }

  async #goOn({ id, kept }: FoundDraft, held: HeldDraft): Promise<void> {
    const here = await this.around.ready({ purpose: kept.draft.purpose, subject: kept.draft.subject });
    if (!here || !(await held.take())) {
      this.notes.say(here ? 'draftElsewhere' : 'draftLater');
      return;
    }
    const pictures = (await this.#next(() => this.#store!.pictures(id)).catch(() => new Map())) as ReadonlyMap<PhotographKind, Blob>;
    const again = reopened(kept, pictures, this.#session.form, Date.now(), this.tools);
    this.found = this.found.filter((draft) => draft.id !== id);
    if (!again) {
      held.release();
      return this.#forget(id, 'draftTooOld');
    }
    await this.#wipeOwn();
    this.#own.release();
    this.#own = held;
    this.#savedPictures = new Map(pictures);
    this.off = undefined;
    this.#session.attempt = again.attempt;
    this.around.goOn(again.form, pictures);
    this.notes.say('draftOpened', ...again.remarks.map((remark) => [remark, kept.attempt?.sentAt] as const));
  }

  /** Xóa bản nháp, of one that was found. */
  async wipe({ id }: FoundDraft): Promise<void> {
    this.found = this.found.filter((draft) => draft.id !== id);
    await this.#forget(id, 'draftWiped');
    this.around.focus();
  }

  /** Xóa bản nháp, of this one: from now on nothing is kept, until the person asks for it again. */
  async stop(): Promise<void> {
    this.off = 'wiped';
    await this.#wipeOwn();
    this.host.requestUpdate();
  }

  /** Lưu bản nháp, after all. */
  start(): Promise<void> {
    this.off = undefined;
    return this.#save();
  }

  async #forget(id: string, word: 'draftWiped' | 'draftTooOld'): Promise<void> {
    await this.#next(() => this.#store?.wipe(id)).catch(() => undefined);
    this.notes.say(word);
  }

  /** Finds out whose drafts these are, and which there are. */
  #open(): void {
    const client = this.around.client();
    this.#stopHearing?.();
    this.#client = client;
    this.#stopHearing = client?.onSessionChange?.(() => void this.#belong(client));
    void this.#belong(client);
  }

  async #belong(client: BhxhClient | undefined): Promise<void> {
    const before = this.#person;
    // A session that ended takes its draft along: the next one at this machine may be somebody else.
    if (before && !client?.signedIn) await this.stop();
    try {
      const person = client?.signedIn ? (await client.profile.read()).bhxhNumber : '';
      // Somebody came or went meanwhile: then this was asked again.
      if (client !== this.#client || (person !== '') !== (client?.signedIn ?? false)) return;
      if (before !== person) await this.#wipeOwn();
      this.#person = person;
      this.#store?.close();
      this.#store = new SealedStore(DATABASE, JSON.stringify([client?.baseUrl, ...this.around.kind, person]));
      this.#tried = undefined;
      await this.#look();
    } catch {
      this.off ??= 'refused';
    }
    this.host.requestUpdate();
  }

  /** Shows the drafts that wait; answers all there are. */
  async #look(): Promise<readonly Kept[]> {
    const now = Date.now();
    const all = await this.#next(() => this.#store!.list(now));
    const open = await HeldDraft.open();
    const waiting = all.filter(({ id }) => id !== this.#own.id && !open.has(id)).map(({ id, content }) => ({ id, kept: content as Drafted }));
    this.found = waiting.sort((one, other) => other.kept.savedAt - one.kept.savedAt);
    return all;
  }

  /** Never rejects. */
  #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#next(() => this.#keep()).catch(() => undefined);
  }

  async #keep(): Promise<void> {
    const session = this.#session;
    const { form } = session;
    if (this.off === 'wiped' || !this.#store) return;
    this.#tried = form;
    const now = Date.now();
    const expiresAt = now + this.around.days * ONE_DAY;
    const content = drafted(session, now, expiresAt, this.tools);
    if (!content) return;
    const pictures = new Map(session.pictures);
    try {
      if (!(await this.#own.take())) await this.#anew();
      await this.#store.keep({ id: this.#own.id, content, pictures: changedSince(this.#savedPictures, pictures), expiresAt });
      this.#savedPictures = pictures;
      this.#saved = form;
      this.#savedAt = now;
      this.keptUntil = expiresAt;
      this.off = undefined;
    } catch {
      this.off = 'refused';
    }
    this.host.requestUpdate();
  }

  /** Another page has this page's draft by now, as when one comes back by "Back": this one goes on with a draft of its own. */
  async #anew(): Promise<void> {
    this.#own = new HeldDraft(randomId());
    this.#savedPictures.clear();
    await this.#own.take();
  }

  /** The declaration was received. */
  #end(): void {
    if (this.off === 'wiped') return;
    this.off = 'wiped';
    this.found = [];
    void this.#wipeOwn();
  }

  async #wipeOwn(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = this.#saved = this.#tried = undefined;
    this.keptUntil = 0;
    this.#savedPictures.clear();
    await this.#next(() => this.#store?.wipe(this.#own.id)).catch(() => undefined);
  }

  #next<Value>(act: () => Value | Promise<Value>): Promise<Value> {
    const done = this.#queue.then(act);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  readonly #onHide = (): void => {
    if (document.visibilityState === 'hidden' && this.#timer) void this.#save();
  };
  readonly #onLeave = (): void => {
    if (this.#timer) void this.#save();
    void this.#next(() => this.#own.release());
  };
  readonly #onReturn = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) void this.#comeBack().catch(() => undefined);
  };

  /** Out of the browser's page cache ("Back"): another page may have taken the draft up meanwhile, and sent or wiped it, or filled it in further. */
  async #comeBack(): Promise<void> {
    if (!this.keptUntil) return this.#save();
    const own = (await this.#look()).find(({ id }) => id === this.#own.id);
    if (!own && this.keptUntil > Date.now()) {
      this.off = 'wiped';
      this.keptUntil = 0;
      this.#saved = undefined;
      this.notes.say('draftEnded');
      return;
    }
    if (own && (own.content as Drafted).savedAt !== this.#savedAt) {
      await this.#anew();
      await this.#look();
      this.notes.say('draftNewer');
    }
    return this.#save();
  }
}
