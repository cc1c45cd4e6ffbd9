import { PHOTOGRAPH_BYTES_MAX } from '@bhxh-kit/contract';
import type { DeclarationSubmission, Unit } from '@bhxh-kit/domain';
import { checkDeclaration, errorsOf, firstStatus, foldVietnamese, formatReference, paperDueAt, paperRequired, rulePack } from '@bhxh-kit/domain';
import { passwordDueAt, passwordOverdue } from '@bhxh-kit/domain/accounts/password-age.js';
import type { IdentityFacts } from '@bhxh-kit/domain/identity/identity-facts.js';
import type { GatewayMemory, StoredDeclaration } from './gateway-memory.js';
import { Refusal } from './refusal.js';
import { masked } from './test-contacts.js';
import { close, correctedBy } from './test-corrections.js';
import { testSealKeys } from './test-seals.js';

/** One request, its fields merged as the client takes them. */
export interface TestCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
  readonly memory: GatewayMemory;
}

const CHUNK = 64 * 1024;
const ACCESS_SECONDS = 600;

const text = (call: TestCall, name: string): string => (typeof call.input[name] === 'string' ? call.input[name] : '');
const folded = (name: string, query: string): boolean => foldVietnamese(name).includes(foldVietnamese(query));

function submit({ input, headers, memory }: TestCall): unknown {
  const submission = input as unknown as DeclarationSubmission;
  const pack = rulePack(memory.beginning.rulePack);
  if (submission.rulePack !== pack.id) throw new Refusal('rule-pack.superseded');
  const { units, agencies } = memory.beginning;
  const vneid = submission.subject === 'individual' && memory.identities.isVneid(submission.identityVerification);
  const faults = errorsOf(
    checkDeclaration(submission, {
      pack,
      today: memory.now.slice(0, 10),
      guardianSignedIn: memory.holds(headers),
      identityVerified: submission.identityVerification !== undefined,
      vneid,
      agencyExists: (code) => agencies.some((agency) => agency.code === code),
      unitExists: ({ scheme, code }) => units.some((unit) => unit.scheme === scheme && unit.code === code),
    }),
  );
  if (faults.length > 0)
    throw new Refusal(
      'declaration.invalid',
      faults.map(({ pointer, code, facts }) => ({ pointer, code, facts: { ...facts } })),
    );
  const identityVerified = memory.identities.require(submission, memory.now);
  memory.codes.require(submission, pack, memory.now);
  const corrected = correctedBy(memory.declarations, submission);
  requireUploads(memory, submission);
  const agency = agencies.find(({ code }) => code === submission.agencyCode);
  const needsPaper = paperRequired(pack, { vneid }, submission.subject);
  const due = needsPaper ? paperDueAt(memory.now, pack) : undefined;
  const progress = {
    reference: formatReference({ serial: memory.next(), year: Number(memory.now.slice(0, 4)), province: submission.agencyCode.slice(0, 3) }),
    status: firstStatus(needsPaper),
    rulePack: pack.id,
    agencyCode: submission.agencyCode,
    agencyName: agency?.name ?? '',
    purpose: submission.purpose,
    receivedAt: memory.now,
    ...(due === undefined ? {} : { paperDueAt: due }),
    ...(identityVerified && { identityVerified }),
    history: [{ status: firstStatus(needsPaper), at: memory.now }],
    now: memory.now,
  };
  memory.identities.spend(submission.identityVerification);
  const { identityVerification: _, correctionKey: __, ...declared } = submission;
  const kept = { ...declared, ...(identityVerified && { identityVerified }) };
  memory.declarations.set(progress.reference, { progress, submission: kept, contacts: [submission.mobilePhone, submission.email ?? ''].filter(Boolean) });
  if (corrected) close(corrected, progress.reference);
  const { history: ___, now: ____, purpose: _____, ...receipt } = progress;
  return receipt;
}

/** The declaration of a reference and a contact. */
export function declaration({ input, memory }: TestCall): StoredDeclaration {
  const stored = memory.declarations.get(String(input['reference']));
  if (!stored?.contacts.includes(String(input['contact']).trim())) throw new Refusal('declaration.not-found');
  return stored;
}

/** Sends the notice of receipt again, once in ten minutes. */
function resend(call: TestCall): unknown {
  const { now, accounts } = call.memory;
  const stored = declaration(call);
  const { submission, progress } = stored;
  if (!submission) throw new Refusal('declaration.closed');
  if (now < (stored.sendAgainAt ?? '')) throw new Refusal('notice.too-soon');
  stored.sendAgainAt = new Date(Date.parse(now) + 600_000).toISOString();
  accounts.send(submission, `Tờ khai ${progress.reference} đã được ghi nhận.`, now);
  const { mobilePhone, email } = submission;
  return { sentTo: [mobilePhone, email].filter((to) => to !== undefined).map(masked), sendAgainAt: stored.sendAgainAt };
}

/** The smallest document a PDF reader opens: the test gateway draws no form. */
const EMPTY_PDF = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
);

/** Every photograph is there and its key is right; otherwise each that is not is named, as a gateway does. */
function requireUploads({ photographs: uploads }: GatewayMemory, { photographs }: DeclarationSubmission): void {
  const lost = photographs.flatMap(({ id, key, kind }, at) =>
    uploads.get(id)?.key === key ? [] : [{ pointer: `/photographs/${at}`, code: 'photograph.not-uploaded', facts: { kind } }],
  );
  if (lost.length > 0) throw new Refusal('declaration.invalid', lost);
}

function photograph(memory: GatewayMemory, id: string, key: string | null) {
  const found = memory.photographs.get(id);
  if (!found || found.key !== key) throw new Refusal('photograph.not-found');
  return found;
}

const uploadState = (id: string, { received, size }: { received: number; size: number }) => ({
  id,
  received,
  size,
  complete: received === size,
  chunkSize: CHUNK,
  chunkSizeMax: 8 * CHUNK,
});

function append({ input, bytes, headers, memory }: TestCall): unknown {
  const id = String(input['id']);
  const upload = photograph(memory, id, headers.get('Photograph-Key'));
  const offset = Number(input['offset']);
  if (offset > upload.received || offset + bytes.length > Math.min(upload.size, PHOTOGRAPH_BYTES_MAX)) throw new Refusal('photograph.out-of-order');
  upload.bytes.set(bytes, offset);
  upload.received = Math.max(upload.received, offset + bytes.length);
  return uploadState(id, upload);
}

export function tokens(session: { accessToken: string; refreshToken: string }): unknown {
  return { accessToken: session.accessToken, refreshToken: session.refreshToken, expiresIn: ACCESS_SECONDS };
}

function unitsBelow(memory: GatewayMemory, scheme: unknown, parentCode: unknown): Unit[] {
  return memory.beginning.units.filter((unit) => unit.scheme === scheme && unit.parentCode === parentCode);
}

/** A row and everything above it, the highest first. */
function pathOf<Row extends { code: string; parentCode?: string | undefined }>(
  rows: readonly Row[],
  code: string,
  missing: 'unit.not-found' | 'agency.not-found',
): Row[] {
  const row = rows.find((candidate) => candidate.code === code);
  if (!row) throw new Refusal(missing);
  return row.parentCode === undefined ? [row] : [...pathOf(rows, row.parentCode, missing), row];
}

/** What the test gateway answers, by operation. */
export const handlers: Readonly<Record<string, (call: TestCall) => unknown>> = {
  'declarations.submit': submit,
  'declarations.follow': (call) => {
    const stored = declaration(call);
    return { ...stored.progress, accesses: call.memory.desk.accesses(stored), now: call.memory.now };
  },
  'declarations.form': (call) => {
    if (!declaration(call).submission) throw new Refusal('declaration.closed');
    return EMPTY_PDF;
  },
  'codes.send': ({ input, memory }) =>
    memory.codes.send(input as { email: string; subject: string }, memory.now, (email, code) =>
      memory.accounts.send({ mobilePhone: '', email }, `Mã xác thực của bạn: ${code}`, memory.now),
    ),
  'codes.confirm': ({ input, memory }) => memory.codes.confirm(input as { codeId: string; oneTimeCode: string }, memory.now),
  'identities.verify': ({ input, memory }) => memory.identities.verify(input as unknown as IdentityFacts, rulePack(memory.beginning.rulePack), memory.now),
  'challenges.make': ({ input, memory }) => memory.challenges.make(input as { operation: string; locale: string }),
  'seals.keys': async () => ({ keys: await testSealKeys() }),
  'notices.resend': resend,
  'photographs.begin': (call) => {
    const id = `photograph-${String(call.memory.next()).padStart(8, '0')}`;
    const size = Number(call.input['size']);
    const upload = { key: `key-${call.memory.next()}`, size, bytes: new Uint8Array(size), received: 0 };
    call.memory.photographs.set(id, upload);
    return { ...uploadState(id, upload), key: upload.key };
  },
  'photographs.append': append,
  'photographs.progress': (call) => uploadState(text(call, 'id'), photograph(call.memory, text(call, 'id'), call.headers.get('Photograph-Key'))),
  'photographs.discard': (call) => {
    photograph(call.memory, text(call, 'id'), call.headers.get('Photograph-Key'));
    call.memory.photographs.delete(text(call, 'id'));
    return undefined;
  },
  'units.list': ({ input, memory }) => ({ items: unitsBelow(memory, input['scheme'], input['parentCode']) }),
  'units.search': (call) => ({
    items: call.memory.beginning.units.filter((unit) => unit.scheme === call.input['scheme'] && folded(unit.name, text(call, 'query'))),
  }),
  'units.path': (call) => ({
    items: pathOf(
      call.memory.beginning.units.filter((unit) => unit.scheme === call.input['scheme']),
      text(call, 'code'),
      'unit.not-found',
    ),
  }),
  'units.successors': (call) => {
    pathOf(
      call.memory.beginning.units.filter((unit) => unit.scheme === '2021'),
      text(call, 'code'),
      'unit.not-found',
    );
    return { items: [] };
  },
  'agencies.list': ({ memory }) => ({ items: memory.beginning.agencies.map(({ communeCodes: _, ...agency }) => agency) }),
  'agencies.children': (call) => {
    pathOf(call.memory.beginning.agencies, text(call, 'code'), 'agency.not-found');
    return { items: call.memory.beginning.agencies.filter(({ parentCode }) => parentCode === text(call, 'code')) };
  },
  'agencies.path': (call) => ({ items: pathOf(call.memory.beginning.agencies, text(call, 'code'), 'agency.not-found') }),
  'agencies.search': (call) => ({ items: call.memory.beginning.agencies.filter(({ code, name }) => folded(`${code} ${name}`, text(call, 'query'))) }),
  'agencies.byCommune': (call) => ({ items: call.memory.beginning.agencies.filter(({ communeCodes }) => communeCodes?.includes(text(call, 'communeCode'))) }),
  'session.refresh': (call) => tokens(call.memory.refresh(text(call, 'refreshToken'))),
  'session.current': ({ headers, memory }) => {
    const { signedInAt, persona } = memory.session(headers);
    const setAt = persona && memory.accounts.find(persona.profile.bhxhNumber)?.passwordSetAt;
    const pack = rulePack(memory.beginning.rulePack);
    return {
      signedInAt,
      expiresAt: new Date(Date.parse(memory.now) + ACCESS_SECONDS * 1000).toISOString(),
      ...(setAt && { passwordDueAt: passwordDueAt(setAt, pack), passwordOverdue: passwordOverdue(setAt, memory.now, pack) }),
    };
  },
  'session.signOut': ({ headers, memory }) => {
    memory.end(memory.session(headers));
    return undefined;
  },
  'profile.read': ({ headers, memory }) => memory.person(headers).profile,
  'cards.mine': ({ headers, memory }) => ({ items: memory.person(headers).cards }),
  'participation.list': (call) => {
    const { branch, cursor = '0', limit = 50 } = call.input as { branch?: string; cursor?: string; limit?: number };
    const rows = call.memory.person(call.headers).participation.filter((period) => branch === undefined || period.branch === branch);
    const from = Number(cursor);
    return { items: rows.slice(from, from + limit), ...(from + limit < rows.length ? { nextCursor: String(from + limit) } : {}) };
  },
  'rules.current': ({ memory }) => {
    const identityVerifier = memory.identities.nameUnder(rulePack(memory.beginning.rulePack));
    const vneid = memory.vneid.nameIn(memory);
    return { rulePack: memory.beginning.rulePack, today: memory.now.slice(0, 10), ...(identityVerifier && { identityVerifier }), ...(vneid && { vneid }) };
  },
  'health.read': ({ memory }) => ({ status: 'ok', version: 'test', time: memory.now }),
};
