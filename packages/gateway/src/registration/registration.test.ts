import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readForm } from '../../../documents/test-support/reading.js';
import { dump, openTestDatabase, rightDeclaration, rowsOf, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import { hearStatements } from '../../test-support/statements.js';
import { PERSONAS } from '../sandbox/personas.js';
import type { Database } from '../storage/database.js';

const { submit, follow, form } = operations.declarations;
let database: Database;
let gateway: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const key = (at: number) => ({ 'Idempotency-Key': `test-key-00000000${at}` });

describe('handing in', () => {
  it('R10 · a right declaration gets its reference, its deadline and its agency', async () => {
    const { status, body } = await gateway.call(submit, await rightDeclaration(gateway));
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { status: 'waiting-for-paper', rulePack: '2021', agencyCode: '00106', agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Đống Đa' },
    });
    expect(body.reference).toMatch(/^\d{5}\.GD_2026_001$/);
    expect(Date.parse(body.paperDueAt) - Date.parse(body.receivedAt)).toBe(10 * 86_400_000);
  });

  it('R4 · an island district without communes is the last level of an address, and stands on Mẫu 01', async () => {
    const address = { scheme: '2021' as const, provinceCode: '77', districtCode: '755', street: 'Khu 1' };
    const declaration = await rightDeclaration(gateway, { address });
    const taken = await gateway.call(submit, declaration);
    expect(taken.status).toBe(201);
    const printed = await gateway.call(form, { reference: taken.body.reference, contact: declaration.mobilePhone });
    expect((await readForm(new Uint8Array(printed.body))).text).toContain('Khu 1, Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu');
    const [province, foreign, divided] = await Promise.all(
      [
        { ...address, provinceCode: '01' },
        { ...address, communeCode: '00001' },
        { ...address, districtCode: '754' },
      ].map(async (other) => gateway.call(submit, await rightDeclaration(gateway, { address: other }))),
    );
    const told = ({ body }: typeof taken) => body.fieldErrors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`);
    expect(told(province!)).toContain('/address/districtCode address.unit-unknown');
    expect(told(foreign!)).toContain('/address/communeCode address.unit-unknown');
    expect(told(divided!)).toEqual(['/address/communeCode required']);
  });

  it('R11 · twenty handed in at once get twenty serials in a row', async () => {
    const declarations = await Promise.all(Array.from({ length: 20 }, () => rightDeclaration(gateway, { agencyCode: '091' })));
    const answers = await Promise.all(declarations.map((declaration) => gateway.call(submit, declaration)));
    const references = answers.map(({ body }) => body.reference).sort();
    expect(references).toEqual(Array.from({ length: 20 }, (_, at) => `${String(at + 1).padStart(5, '0')}.GD_2026_091`));
  });

  it('R11 · a declaration that is refused takes no serial', async () => {
    const refused = await gateway.call(submit, await rightDeclaration(gateway, { agencyCode: '092', commitment: false }));
    const taken = await gateway.call(submit, await rightDeclaration(gateway, { agencyCode: '092' }));
    expect([refused.status, taken.body.reference]).toEqual([422, '00001.GD_2026_092']);
  });

  it('R10 · what a declaration needs not be asked is not asked: its session’s account where it names no guardian', async () => {
    const [persona] = PERSONAS;
    const { body } = await gateway.call(operations.session.signIn, { bhxhNumber: persona?.profile.bhxhNumber, password: persona?.password });
    const declaration = await rightDeclaration(gateway);
    const heard = hearStatements();
    const taken = await gateway.call(submit, declaration, { Authorization: `Bearer ${body.accessToken}` });
    const asked = heard.map(({ sql }) => sql);
    vi.restoreAllMocks();
    expect(taken.status).toBe(201);
    expect(asked.filter((statement) => statement.includes('from "accounts"'))).toEqual([]);
  });

  it.each([
    ['/fullName', 'required', { fullName: ' ' }],
    ['/bhxhNumber', 'required', { bhxhNumber: '' }],
    ['/mobilePhone', 'phone.eleven-digits', { mobilePhone: '01200000001' }],
    ['/agencyCode', 'agency.unknown', { agencyCode: '99999' }],
    [
      '/address/communeCode',
      'address.unit-unknown',
      { address: { scheme: '2021', provinceCode: '01', districtCode: '001', communeCode: '99999', street: 'Số 1' } },
    ],
    ['/commitment', 'commitment.missing', { commitment: false }],
    [
      '/photographs/0',
      'photograph.not-uploaded',
      { photographs: ['portrait', 'identity-front', 'identity-back'].map((kind) => ({ kind, id: 'nobody-knows-this-id', key: 'x' })) },
    ],
  ] as const)('R10 · %s: %s', async (pointer, code, change) => {
    const answer = await gateway.call(submit, await rightDeclaration(gateway, change as never));
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('declaration.invalid');
    expect(answer.body.fieldErrors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`)).toContain(`${pointer} ${code}`);
  });

  it('R5 · a photograph belongs to one declaration, to its kind, and to who holds its key', async () => {
    const right = await rightDeclaration(gateway);
    const wrongKind = {
      ...right,
      photographs: right.photographs.map((photograph) =>
        photograph.kind === 'portrait' ? { ...photograph, id: right.photographs[1]?.id, key: right.photographs[1]?.key } : photograph,
      ),
    };
    const wrongKey = { ...right, photographs: right.photographs.map((photograph) => ({ ...photograph, key: 'x'.repeat(43) })) };
    expect((await gateway.call(submit, wrongKind)).status).toBe(422);
    expect((await gateway.call(submit, wrongKey)).status).toBe(422);
    expect((await gateway.call(submit, right)).status).toBe(201);
    expect((await gateway.call(submit, right)).status).toBe(422);
  });

  it('a form filled under another rule pack is told which one is in force', async () => {
    const answer = await gateway.call(submit, await rightDeclaration(gateway, { rulePack: '2025' }));
    expect([answer.status, answer.body.code, answer.body.fieldErrors[0].facts.expected]).toEqual([409, 'rule-pack.superseded', '2021']);
  });

  it('R18 · a pasted card number, +84 and decomposed letters are kept in their plain form and found again', async () => {
    const { body } = await gateway.call(
      submit,
      await rightDeclaration(gateway, { bhxhNumber: 'GD4799999999001', mobilePhone: '+84 900 000 001', fullName: 'Nguyễn Văn A'.normalize('NFD') }),
    );
    for (const contact of ['0900000001', '0900 000 001', '+84900000001', '84900000001', 'NGUYEN.van.A@example.vn ']) {
      expect((await gateway.call(follow, { reference: body.reference, contact })).status, contact).toBe(200);
    }
  });
});

describe('handing in twice', () => {
  it('the same key and body get the same answer, one declaration and one notice', async () => {
    const declaration = await rightDeclaration(gateway);
    const [first, second] = [await gateway.call(submit, declaration, key(1)), await gateway.call(submit, declaration, key(1))];
    expect(second.body).toEqual(first.body);
    expect([first.headers.get('Idempotency-Replayed'), second.headers.get('Idempotency-Replayed')]).toEqual([null, 'true']);
    expect(await rowsOf(database, `select 1 from declarations where reference = '${first.body.reference}'`)).toHaveLength(1);
  });

  it('eight at the same time are one declaration', async () => {
    const declaration = await rightDeclaration(gateway, { agencyCode: '089' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => gateway.call(submit, declaration, key(2))));
    const taken = answers.filter(({ status }) => status === 201);
    expect(new Set(taken.map(({ body }) => body.reference))).toEqual(new Set(['00001.GD_2026_089']));
    for (const { status, body } of answers) expect([201, 409]).toContain(status === 409 && body.code !== 'request.still-running' ? 0 : status);
    expect(await rowsOf(database, "select 1 from declarations where agency_code = '089'")).toHaveLength(1);
  });

  it('the same key with another body is refused', async () => {
    const declaration = await rightDeclaration(gateway);
    await gateway.call(submit, declaration, key(3));
    const other = await gateway.call(submit, { ...declaration, fullName: 'Lê Thị Mẫu' }, key(3));
    expect([other.status, other.body.code]).toEqual([422, 'request.key-reused']);
  });

  it('a refused request leaves its key free for the corrected one', async () => {
    const declaration = await rightDeclaration(gateway);
    expect((await gateway.call(submit, { ...declaration, commitment: false }, key(4))).status).toBe(422);
    expect((await gateway.call(submit, declaration, key(4))).status).toBe(201);
  });

  it('a write without a key, or with one too short, is refused', async () => {
    const declaration = await rightDeclaration(gateway);
    for (const bad of ['', 'short', 'has spaces in it, sixteen']) {
      const answer = await gateway.call(submit, declaration, { 'Idempotency-Key': bad });
      expect([answer.status, answer.body.code]).toEqual([400, 'request.key-missing']);
    }
  });
});

describe('following', () => {
  it('R17 · an unknown reference and a wrong contact get the same answer', async () => {
    const { body } = await gateway.call(submit, await rightDeclaration(gateway));
    const wrong = await gateway.call(follow, { reference: body.reference, contact: '0900000009' });
    const unknown = await gateway.call(follow, { reference: '99999.GD_2026_001', contact: '0900000001' });
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(wrong.status).toBe(404);
  });

  it('R17 · invisible characters and a reference that is none do no harm', async () => {
    const { body } = await gateway.call(submit, await rightDeclaration(gateway, { fullName: 'Nguyễn\u00ad Văn\u200b A' }));
    expect((await gateway.call(follow, { reference: `${body.reference}\u200b`, contact: '0900000001\u200b' })).status).toBe(200);
    for (const reference of ['', '\u200b', "' or 1=1 --", '00001.GD_2026'])
      expect((await gateway.call(follow, { reference, contact: '\u200b' })).status).toBe(404);
  });

  it('R17 · reference and phone or e-mail tell status, deadline and the gateway’s moment', async () => {
    const { seal: _, ...body } = (await gateway.call(submit, await rightDeclaration(gateway))).body;
    const progress = await gateway.call(follow, { reference: ` ${body.reference}.pdf`, contact: '0900000001' });
    expect(progress.body).toMatchObject({ ...body, history: [{ status: 'waiting-for-paper', at: body.receivedAt }], now: gateway.clock.now().toISOString() });
  });

  it('R11 · the Mẫu 01 is a PDF, made anew each time', async () => {
    const { body } = await gateway.call(submit, await rightDeclaration(gateway));
    const pdf = await gateway.call(form, { reference: body.reference, contact: '0900000001' });
    expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'no-store']);
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the tenth day', () => {
  const canary = {
    fullName: 'Trần Thử Nghiệm Kanari',
    bhxhNumber: '9999999777',
    identityNumber: '079299000777',
    contactName: 'Kanari Liên Hệ',
    email: 'kanari@example.vn',
    mobilePhone: '0900000007',
    address: { scheme: '2021' as const, provinceCode: '01', districtCode: '001', communeCode: '00001', street: 'Ngõ Kanari 77' },
  };
  const values = [
    canary.fullName,
    canary.bhxhNumber,
    canary.identityNumber,
    canary.contactName,
    canary.email,
    canary.mobilePhone,
    canary.address.street,
    'Kanari',
    'kanari',
  ];

  it('R13 · a declaration without paper is cancelled ten days on: told why, and nothing the person gave is left', async () => {
    const portrait = await upload(gateway, 'portrait');
    const { body } = await gateway.call(
      submit,
      await rightDeclaration(gateway, { ...canary, photographs: [portrait, await upload(gateway, 'identity-front'), await upload(gateway, 'identity-back')] }),
    );
    const [{ id: rowId } = {}] = await rowsOf(database, `select id from declarations where reference = '${body.reference}'`);
    const id = String(rowId);
    await gateway.jobs.runDue();
    expect(await rowsOf(database, `select 1 from photographs where declaration_id = '${id}'`)).toHaveLength(3);

    gateway.clock.advance({ days: 9, hours: 23, minutes: 59 });
    await gateway.jobs.runDue();
    expect((await gateway.call(follow, { reference: body.reference, contact: canary.email })).body.status).toBe('waiting-for-paper');

    // The ten days are over at the very minute.
    gateway.clock.advance({ minutes: 1 });
    await gateway.jobs.runDue();
    const progress = await gateway.call(follow, { reference: body.reference, contact: canary.email });
    expect(progress.body).toMatchObject({ status: 'cancelled', reason: 'paper-not-received', reference: body.reference, paperDueAt: body.paperDueAt });
    expect(progress.body.history.map((event: { status: string }) => event.status)).toEqual(['waiting-for-paper', 'cancelled']);
    expect(await gateway.call(form, { reference: body.reference, contact: canary.mobilePhone })).toMatchObject({
      status: 409,
      body: { code: 'declaration.closed' },
    });

    expect(await rowsOf(database, `select 1 from photographs where declaration_id = '${id}'`)).toEqual([]);
    expect(await rowsOf(database, `select 1 from photographs where id = '${portrait.id}'`)).toEqual([]);
    expect(await rowsOf(database, `select sealed from declarations where id = '${id}'`)).toEqual([{ sealed: null }]);
    expect(await rowsOf(database, `select 1 from outbox where declaration_id = '${id}' and sealed is not null`)).toEqual([]);
    const everything = await dump(database);
    expect(everything).toContain(body.reference);
    for (const value of values) expect(everything).not.toContain(value);
  });

  it('R12 R13 · receipt, reminder and cancellation are told by SMS and e-mail, once each, without a word about the person', async () => {
    const messages = await rowsOf(
      database,
      "select recipient, channel, subject, body from sandbox_messages where recipient like '%@example.vn' and recipient like 'k%' order by ordinal",
    );
    expect(messages.map(({ subject }) => String(subject).replace(/\d{5}\.GD_2026_001/, '#'))).toEqual([
      'Đã ghi nhận tờ khai #',
      'Nhắc nộp bản giấy của tờ khai #',
      'Tờ khai # đã bị hủy',
    ]);
    expect(messages[0]?.['body']).toMatch(/trước 10:00 ngày 01\/12\/2026/);
    expect(JSON.stringify(messages)).not.toContain('Kanari');
  });
});
