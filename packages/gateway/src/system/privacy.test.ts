import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, openTestDatabase, rightDeclaration, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import { exif, jpeg } from '../../test-support/jpeg.js';
import type { Database } from '../storage/database.js';
import { failureFacts } from './log.js';

let database: Database;
let gateway: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database, {
    env: { BHXH_METRICS_PORT: '0' },
    carrier: { carry: () => Promise.reject(new Error('KANARI: the carrier repeats kanari@example.vn')) },
  });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const canary = {
  fullName: 'Kanari Thử Nghiệm',
  bhxhNumber: '9999999777',
  identityNumber: '079299000777',
  contactName: 'Kanari Liên Hệ',
  email: 'kanari@example.vn',
  mobilePhone: '0900000777',
  address: { scheme: '2021' as const, provinceCode: '01', districtCode: '001', communeCode: '00001', street: 'Ngõ Kanari 77' },
};
const values = /kanari|9999999777|079299000777|0900000777/i;

describe('privacy', () => {
  it('no log line, error, metric or open column holds what a person gave, whatever goes wrong', async () => {
    const { declarations, session } = operations;
    const bytes = jpeg(240, 360, { before: [exif('KANARI GPS')] });
    const photographs = await Promise.all((['portrait', 'identity-front', 'identity-back'] as const).map((kind) => upload(gateway, kind, bytes)));
    const declaration = await rightDeclaration(gateway, { ...canary, photographs });
    const errors = [];
    for (const wrong of [
      { commitment: false },
      { mobilePhone: '0900000777 kanari' },
      { email: 'kanari@' },
      { kanari: 'kanari' },
      { fullName: { kanari: 1 } },
      { fullName: 'kanari'.repeat(50) },
      { agencyCode: '99999' },
      { purpose: 'kanari' },
    ]) {
      const answer = await gateway.call(declarations.submit, { ...declaration, ...wrong });
      expect(answer.status, JSON.stringify(wrong)).toBeGreaterThanOrEqual(400);
      expect(answer.status, JSON.stringify(wrong)).toBeLessThan(500);
      errors.push(answer.body);
    }
    const { body: receipt, status } = await gateway.call(declarations.submit, declaration, { 'Idempotency-Key': 'kanari-privacy-01' });
    expect(status).toBe(201);
    errors.push((await gateway.call(declarations.submit, { ...declaration, fullName: 'Kanari B' }, { 'Idempotency-Key': 'kanari-privacy-01' })).body);
    errors.push((await gateway.call(declarations.follow, { reference: receipt.reference, contact: 'another.kanari@example.vn' })).body);
    errors.push((await gateway.call(session.signIn, { bhxhNumber: canary.bhxhNumber, password: 'kanari' })).body);
    await gateway.call(declarations.form, { reference: receipt.reference, contact: canary.email });
    await gateway.jobs.runDue();

    // The database itself fails in the middle of a write, with the row in its message.
    await database.queries.execute('alter table declarations add constraint kanari_no check (length(reference) > 100) not valid');
    const more = await rightDeclaration(gateway, canary);
    const failed = await gateway.call(declarations.submit, more);
    expect([failed.status, failed.body.code]).toEqual([500, 'server.failed']);
    await database.queries.execute('alter table declarations drop constraint kanari_no');
    errors.push(failed.body);

    expect(JSON.stringify(errors)).not.toMatch(values);
    const { url, metricsUrl = '' } = await gateway.listen({ port: 0 });
    expect((await fetch(`${url}/v1/health?kanari=kanari`)).status).toBe(400);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    const metrics = await (await fetch(metricsUrl)).text();
    expect(metrics).toMatch(/bhxh_request_seconds_count\{operation="declarations.submit",status="201"\} 1/);
    expect(metrics).toMatch(/bhxh_outbox_waiting [1-9]/);
    expect(metrics).not.toMatch(values);
    const log = gateway.logLines.join('');
    expect(log).toContain('"errorCode":"23514"');
    expect(log).not.toMatch(values);
    expect(log).not.toContain(receipt.reference);
    expect(log).not.toContain('192.0.2.1');
    expect(await dump(database)).not.toMatch(values);
    expect((await dump(database)).includes(Buffer.from('KANARI').toString('hex'))).toBe(false);
  });

  it('a line of a failure’s message that begins like a place in the code is none', () => {
    const facts = JSON.stringify(
      failureFacts(new Error('Failed query\nparams: Kanari\n    at kanari (kanari.js:1:1)', { cause: new Error('\n    at kanari') })),
    );
    expect(facts).toContain('privacy.test');
    expect(facts).not.toMatch(values);
  });

  it('R12 · a notice the carrier refused waits, is tried again later, and is the same message then', async () => {
    const tried: string[] = [];
    let works = false;
    const other = await openTestDatabase();
    const carrier = {
      carry: async ({ id }: { id: string }) => {
        tried.push(id);
        if (!works) throw new Error('no');
      },
    };
    const patient = await testGateway(other, { carrier });
    await patient.call(operations.declarations.submit, await rightDeclaration(patient));
    await patient.jobs.runDue();
    await patient.jobs.runDue();
    expect(tried).toHaveLength(2);
    works = true;
    patient.clock.advance({ seconds: 31 });
    await patient.jobs.runDue();
    expect(tried).toHaveLength(4);
    expect(new Set(tried).size).toBe(2);
    patient.clock.advance({ days: 1 });
    await patient.jobs.runDue();
    expect(tried).toHaveLength(4);
    await patient.close();
    await other.close();
  });

  it('the audit trail cannot be changed or emptied', async () => {
    for (const statement of ['update audit set act = act', 'delete from audit', 'truncate audit'])
      await expect(database.queries.execute(statement)).rejects.toThrow();
  });
});
