import type {
  Circumstances,
  DeclarationFault,
  DeclarationForm,
  DeclarationPurpose,
  DeclarationReceipt,
  Field,
  FieldId,
  FormFault,
  Move,
  PhotographKind,
  PhotographState,
  StepId,
  SubjectType,
  TextFieldId,
} from '@bhxh-kit/domain';
import { fieldsOf, stepOf } from '@bhxh-kit/domain/declaration/asked-fields.js';
import {
  answer,
  applyServerFaults,
  choosePurpose,
  chooseSubject,
  createDeclarationForm,
  onDay,
  photographAnswered,
  received,
  textOf,
  underCircumstances,
  underPack,
} from '@bhxh-kit/domain/declaration/form.js';
import { faultsOf, faultsOfField } from '@bhxh-kit/domain/declaration/form-faults.js';
import { normaliseAnswer } from '@bhxh-kit/domain/declaration/normalise.js';
import { goBack, goNext, goTo } from '@bhxh-kit/domain/declaration/steps.js';
import { type AddressValue, emptyAddress } from '../address-field/address-value.js';
import type { Rules } from './rules-loader.js';
import type { Attempt } from './submission-attempt.js';

/** What a session begins with. */
export interface SessionStart extends Rules {
  readonly locale: 'vi' | 'en';
  readonly purpose: DeclarationPurpose;
  readonly subject: SubjectType | undefined;
  readonly circumstances: Circumstances;
}

/** What proves who declares (R15), once the person confirmed it: it travels with the declaration in the place of the photographs. */
export interface IdentityProof {
  readonly identityVerification: string;
  /** The birth date it was asked with, ISO. */
  readonly birthDate: string;
  /** They signed in with VNeID (A10): neither photographs nor paper are owed, whatever the purpose. */
  readonly vneid?: true;
  /** The gateway no longer takes it. */
  over?: true;
  /** What is told of it, in the language of the moment. */
  note(): string;
}

/** What it is of. */
const IDENTITY: readonly FieldId[] = ['fullName', 'identityNumber'];

/** Milliseconds without a key after which what is wrong by now is said. */
const TYPING_REST = 1000;

/** One filling of the form: the domain's form, what was said of it so far, and the pictures themselves. Knows no DOM but Blob. */
export class FormSession {
  form: DeclarationForm;
  /** Errors of the last attempt to go on, in reading order, for the summary. */
  summary: readonly FormFault[] = [];
  /** Whether the person answered anything yet. */
  begun = false;
  readonly pictures = new Map<PhotographKind, Blob>();
  photographRound = 0;
  proof: IdentityProof | undefined;
  /** The declaration that is on its way, or was sent without an answer. */
  attempt?: Attempt | undefined;
  /** Keeps the attempt where a crash cannot reach it, before it leaves. Never rejects. */
  keepAttempt?: () => Promise<void>;
  readonly #told = new Set<FieldId>();
  /** The field that is being typed into, and what was said of it. */
  #typing: FieldId | undefined;
  #said: readonly FormFault[] = [];
  #rest: ReturnType<typeof setTimeout> | undefined;
  #address: AddressValue | undefined;

  constructor(
    { pack, today, locale, purpose, subject, circumstances }: SessionStart,
    private readonly changed: () => void,
  ) {
    this.form = createDeclarationForm({ pack, today, locale, purpose, circumstances, ...(subject && { subject }) });
  }

  /** The same object until a part of the address changes. */
  get address(): AddressValue {
    const text = (field: TextFieldId) => textOf(this.form, field);
    const scheme = this.form.pack.addressScheme;
    const address = { ...emptyAddress(scheme), provinceCode: text('province'), communeCode: text('commune'), street: text('street') };
    const whole: AddressValue = scheme === '2021' ? { ...address, districtCode: text('district') } : address;
    if (JSON.stringify(whole) !== JSON.stringify(this.#address)) this.#address = whole;
    return this.#address as AddressValue;
  }

  asked(step: StepId): readonly Field[] {
    return fieldsOf(this.form, step);
  }

  /** What is to be said of a field now. While it is typed into the words stay: a screen reader says every change of them, over what is typed. Right at once is right at once. */
  told(field: FieldId): readonly FormFault[] {
    const faults = this.#told.has(field) ? faultsOfField(this.form, field) : [];
    return faults.length > 0 && this.#typing === field ? this.#said : faults;
  }

  answer(field: TextFieldId, text: string): void {
    this.#said = this.told(field);
    this.#typing = field;
    clearTimeout(this.#rest);
    if (this.#told.has(field)) this.#rest = setTimeout(() => this.#still(), TYPING_REST);
    if (IDENTITY.includes(field)) this.proof = undefined;
    this.#turn(answer(this.form, field, text), true);
  }

  /** An empty field is left in peace: one may pass by on the way to another. */
  leave(field: TextFieldId): void {
    this.#still();
    if (textOf(this.form, field).trim() !== '') this.#told.add(field);
    this.#turn(normaliseAnswer(this.form, field));
  }

  choose(subject: SubjectType): void {
    this.proof = undefined;
    this.#turn(chooseSubject(this.form, subject), true);
  }

  choosePurpose(purpose: DeclarationPurpose): void {
    if (!this.proof?.vneid) this.proof = undefined;
    this.#turn(choosePurpose(this.form, purpose), true);
  }

  /** What is known of who declares, where they wrote nothing yet. */
  fill(known: (form: DeclarationForm) => DeclarationForm): void {
    this.#turn(known(this.form));
  }

  /** Of whoever the form is of now: another name, number, subject or purpose leaves it behind. */
  prove(proof: IdentityProof | undefined): void {
    this.proof = proof;
    this.under(this.form.locale, this.form.circumstances);
    this.changed();
  }

  photographed(kind: PhotographKind, state: PhotographState | undefined, picture: Blob | undefined): void {
    if (picture) this.pictures.set(kind, picture);
    else this.pictures.delete(kind);
    this.#turn(photographAnswered(this.form, kind, state), true);
  }

  /** Where the next step leads, or the errors that keep the form here. */
  next(): Move {
    return this.#tellStep(goNext(this.form));
  }
  back(): Move {
    return goBack(this.form);
  }
  to(step: StepId): Move {
    return this.#tellStep(goTo(this.form, step));
  }

  /** Makes a move: shows its step, or its errors. */
  make({ form, faults }: Move): void {
    this.summary = faults;
    this.#turn(form);
  }

  /** Errors wherever they are: the form goes to the first step that has one, and tells those of that step. */
  tell(faults: readonly FormFault[]): void {
    for (const { field } of faults) if (field) this.#told.add(field);
    const step = faults.map(({ field }) => field && stepOf(this.form, field)).find((found) => found !== undefined) ?? this.form.step;
    const { form } = goTo(this.form, step);
    this.make({ form, faults: faults.filter(({ field }) => !field || stepOf(form, field) === step) });
  }

  /** The gateway's findings, told like the form's own. */
  tellServer(faults: readonly DeclarationFault[]): void {
    this.form = applyServerFaults(this.form, faults);
    this.tell(faultsOf(this.form).filter(({ severity }) => severity === 'error'));
  }

  /** Goes on with a form that was begun before: a draft, or a declaration that came back. `pictures` are those that are here; what the gateway keeps without them stays kept. */
  goOnWith(form: DeclarationForm, pictures: Iterable<readonly [PhotographKind, Blob]> = []): void {
    this.photographRound++;
    this.pictures.clear();
    for (const [kind, picture] of pictures) this.pictures.set(kind, picture);
    this.#told.clear();
    this.make({ form, faults: [] });
    this.begun = true;
  }

  /** The gateway has none of the pictures any more: they are to be chosen again. */
  loseEveryPhotograph(): void {
    this.photographRound++;
    const kinds = Object.keys(this.form.photographs) as PhotographKind[];
    this.pictures.clear();
    this.form = kinds.reduce((form, kind) => photographAnswered(form, kind, undefined), this.form);
    this.tell(faultsOf(this.form, 'photographs').filter(({ severity }) => severity === 'error'));
  }

  /** Other rules or another day: answers stay. */
  underRules({ pack, today }: Rules): void {
    this.#turn(underPack(onDay(this.form, today), pack));
  }

  under(locale: 'vi' | 'en', known: Circumstances): void {
    // Of the identity the gateway's own word alone is believed (R15, A10): what the page says the gateway would not, and would ask the photographs after all.
    const circumstances = { ...known, identityVerified: !!this.proof, vneid: !!this.proof?.vneid };
    if (locale === this.form.locale && JSON.stringify(circumstances) === JSON.stringify(this.form.circumstances)) return;
    this.form = underCircumstances(this.form, { locale, circumstances });
  }

  received(receipt: DeclarationReceipt): void {
    this.summary = [];
    this.#turn(received(this.form, receipt));
  }

  /** The step an attempt was made on is told in full: errors that were held back too. */
  #tellStep(move: Move): Move {
    if (move.faults.length > 0) for (const { id } of fieldsOf(move.form)) this.#told.add(id);
    return move;
  }

  #still(): void {
    this.#typing = undefined;
    this.changed();
  }

  #turn(form: DeclarationForm, begun = false): void {
    this.form = form;
    this.begun ||= begun;
    this.changed();
  }
}
