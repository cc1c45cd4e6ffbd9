import { operations } from '@bhxh-kit/contract';
import type { AdjustedFact, DeclarationPurpose, DeclarationSubmission, RulePackId, SubjectType } from '@bhxh-kit/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../../../documents/test-support/reading.js';
import { openTestDatabase, rowsOf, SECRET, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import type { Message } from '../outbox/outbox.js';
import { PERSONAS } from '../sandbox/personas.js';
import { Secrets } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';
import type { KeptDeclaration } from './registration.js';

const { submit, follow, form } = operations.declarations;
const PACKS = ['2021', '2023', '2025'] as const;
const PURPOSES = ['register', 'adjust', 'stop'] as const;
const SUBJECTS = ['individual', 'child', 'organisation'] as const;
const secrets = new Secrets(SECRET);
const certificate = { serial: '540999999901', issuer: 'Tổ chức Thử Nghiệm', validFrom: '2026-01-31', validTo: '2029-01-30' };

let database: Database;
const gateways = {} as Record<RulePackId, TestGateway>;
const mails: Message[] = [];
let addresses = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  for (const pack of PACKS)
    gateways[pack] = await testGateway(database, { env: { BHXH_RULE_PACK: pack }, carrier: { carry: async (message) => void mails.push(message) } });
});
afterAll(async () => {
  for (const gateway of Object.values(gateways)) await gateway.close();
  await database.close();
});

const WHO: Record<SubjectType, Partial<DeclarationSubmission>> = {
  individual: { fullName: 'Nguyễn Văn A', bhxhNumber: '9999999001', identityNumber: '079299000001' },
  child: { fullName: 'Trần Thử Nghiệm', bhxhNumber: '9999999903', birthDate: '2020-05-01', guardian: { identityNumber: '079299000001' } },
  organisation: { fullName: 'Trường THPT Mẫu số 2', bhxhNumber: 'ZZ9999A', taxNumber: '9999999027-001' },
};

/** An address of its own, with what the 2023 pack has it confirmed by (R14). */
async function address(pack: RulePackId, subject: SubjectType): Promise<Pick<DeclarationSubmission, 'email' | 'emailConfirmation'>> {
  const email = `mau${String(++addresses)}@example.vn`;
  if (pack !== '2023') return { email };
  const gateway = gateways[pack];
  const { body } = await gateway.call(operations.codes.send, { email, subject, locale: 'vi' });
  await gateway.jobs.runDue();
  const code = /\b\d{6}\b/.exec(mails.findLast(({ to }) => to === email)?.body ?? '')?.[0] ?? '';
  const confirmed = await gateway.call(operations.codes.confirm, { codeId: body.codeId, oneTimeCode: code });
  return { email, emailConfirmation: confirmed.body.emailConfirmation };
}

/** A right declaration, its photographs uploaded where some are asked. */
async function right(
  pack: RulePackId,
  purpose: DeclarationPurpose,
  subject: SubjectType,
  changes: readonly AdjustedFact[] = ['certificate', 'email', 'mobilePhone'],
): Promise<DeclarationSubmission> {
  const shared = {
    rulePack: pack,
    purpose,
    subject,
    ...WHO[subject],
    contactName: 'Lê Thị Mẫu',
    mobilePhone: '0900000001',
    agencyCode: '001',
    handIn: 'by-post',
    commitment: true,
    photographs: [],
    locale: 'vi',
  };
  if (purpose === 'stop') return { ...shared, stopDate: '2026-12-31', stopReason: 'Chuyển sang nộp trực tiếp' } as DeclarationSubmission;
  if (purpose === 'adjust')
    return {
      ...shared,
      changes: [...changes],
      ...(changes.includes('certificate') && { certificate }),
      ...(changes.includes('email') && (await address(pack, subject))),
    } as DeclarationSubmission;
  const kinds = ({ individual: ['portrait', 'identity-front', 'identity-back'], child: ['portrait', 'birth-certificate'], organisation: [] } as const)[subject];
  const photographs = [];
  for (const kind of kinds) photographs.push(await upload(gateways[pack], kind));
  const place =
    pack === '2025'
      ? { scheme: '2025', provinceCode: '01', communeCode: '00004' }
      : { scheme: '2021', provinceCode: '01', districtCode: '001', communeCode: '00001' };
  const transactAt = { kind: 'ivan', name: 'Công ty I-VAN Thử Nghiệm' };
  const rest = {
    address: { ...place, street: 'Số 12' },
    ...(await address(pack, subject)),
    startDate: '2026-11-30',
    transactAt,
    ...(subject === 'organisation' && { certificate }),
    photographs,
  };
  return { ...shared, ...rest } as DeclarationSubmission;
}

/** The guardian's browser, which signs in again and again (A5). */
const DEVICE = 'may-cua-nguoi-giam-ho-0000000000000001';

/** From the 2023 pack on a child's declaration needs its guardian's session (R16). */
async function guardian(pack: RulePackId): Promise<Record<string, string>> {
  const { password, profile } = PERSONAS[0] as (typeof PERSONAS)[number];
  const { body } = await gateways[pack].call(operations.session.signIn, { bhxhNumber: profile.bhxhNumber, password, device: DEVICE });
  return { Authorization: `Bearer ${body.accessToken}` };
}

async function kept(reference: string): Promise<KeptDeclaration> {
  const [row] = await rowsOf(database, `select id, sealed from declarations where reference = '${reference}'`);
  return secrets.openJson('declaration', String(row?.['id']), row?.['sealed'] as Buffer);
}

const every = PACKS.flatMap((pack) => PURPOSES.flatMap((purpose) => SUBJECTS.map((subject) => ({ pack, purpose, subject }))));
const faults = (body: { fieldErrors?: { pointer: string; code: string }[] }) => body.fieldErrors?.map(({ pointer, code }) => `${pointer} ${code}`);

describe.each(every)('R1 R2 · $purpose, $subject, pack $pack', ({ pack, purpose, subject }) => {
  it('is taken, waits for its paper, and is kept as it was declared and no more', async () => {
    const declaration = await right(pack, purpose, subject);
    const { status, body } = await gateways[pack].call(submit, declaration, subject === 'child' ? await guardian(pack) : {});
    expect({ status, body }).toMatchObject({ status: 201, body: { status: 'waiting-for-paper', rulePack: pack, agencyCode: '001' } });
    const { photographs: _, emailConfirmation: __, ...said } = declaration;
    expect(await kept(body.reference)).toEqual({ ...said, seal: expect.stringMatching(/^0101\d{500,}$/) as unknown });
    expect((await gateways[pack].call(follow, { reference: body.reference, contact: '0900000001' })).status).toBe(200);
  });
});

describe('R2 · Mẫu 01 of each purpose, from the gateway', () => {
  const printed = async (declaration: DeclarationSubmission) => {
    const gateway = gateways['2021'];
    const { body } = await gateway.call(submit, declaration);
    const pdf = await gateway.call(form, { reference: body.reference, contact: '0900000001' });
    return (await readForm(new Uint8Array(pdf.body))).text;
  };

  it('R8 · a registration names the I-VAN organisation', async () => {
    expect(await printed(await right('2021', 'register', 'individual'))).toContain('Tên Tổ chức I-VAN: Công ty I-VAN Thử Nghiệm');
  });

  it('an adjustment prints what changes, in section 2 alone', async () => {
    const declaration = await right('2021', 'adjust', 'individual', ['email']);
    const text = await printed(declaration);
    expect(text.split(declaration.email!)).toHaveLength(2);
    expect(text.indexOf(declaration.email!)).toBeGreaterThan(text.indexOf('2. Điều chỉnh thông tin'));
  });
});

describe('R2 · what a purpose does not ask', () => {
  it.each([
    ['adjust', { address: { scheme: '2021', provinceCode: '01', districtCode: '001', communeCode: '00001', street: 'Số 12' } }, '/address part.unasked'],
    ['adjust', { changes: ['certificate'] }, '/email part.unasked'],
    ['adjust', { changes: [] }, '/changes changes.none'],
    ['stop', { email: 'mau@example.vn' }, '/email part.unasked'],
    ['stop', { stopDate: '2026-11-20' }, '/stopDate date.past'],
    ['stop', { stopDate: '2028-01-01' }, '/stopDate date.too-far'],
    ['stop', { stopReason: ' ' }, '/stopReason required'],
    ['register', { stopReason: 'x' }, '/stopReason part.unasked'],
  ] as const)('%s with %j is refused: %s', async (purpose, change, expected) => {
    const { status, body } = await gateways['2021'].call(submit, { ...(await right('2021', purpose, 'individual')), ...change });
    expect([status, faults(body)]).toEqual([422, expect.arrayContaining([expected])]);
  });

  it('R1 · an organisation without certificate is told each line of the block', async () => {
    const { certificate: _, ...without } = await right('2021', 'register', 'organisation');
    const { body } = await gateways['2021'].call(submit, without);
    expect(faults(body)).toEqual(['serial', 'issuer', 'validFrom', 'validTo'].map((part) => `/certificate/${part} required`));
  });

  it('a change the form has no line for is no declaration at all', async () => {
    const { status, body } = await gateways['2021'].call(submit, { ...(await right('2021', 'adjust', 'individual')), changes: ['address'] });
    expect([status, body.code]).toEqual([400, 'request.malformed']);
  });
});

describe('R2 · whether an account exists is told to nobody', () => {
  it.each(['adjust', 'stop'] as const)('%s of an account and of none is one answer', async (purpose) => {
    const known = await right('2021', purpose, 'individual');
    const answers = [];
    for (const bhxhNumber of ['9999999001', '9999999888']) answers.push(await gateways['2021'].call(submit, { ...known, bhxhNumber }));
    // The seal holds what was declared, and nothing that was looked up.
    const told = answers.map(({ status, body: { reference: _, seal, ...body } }) => ({ status, body, sealed: typeof seal }));
    expect(told[0]).toEqual(told[1]);
    expect(told[0]?.status).toBe(201);
  });
});

describe('R1 · numbers of an organisation', () => {
  it('are kept in their plain form', async () => {
    const declaration = { ...(await right('2021', 'register', 'organisation')), bhxhNumber: 'zz 9999-a', taxNumber: '9999999027 001' };
    const { body } = await gateways['2021'].call(submit, declaration);
    expect(await kept(body.reference)).toMatchObject({ bhxhNumber: 'ZZ9999A', taxNumber: '9999999027-001' });
  });
});
