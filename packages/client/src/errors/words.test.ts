import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../client/create-client.js';
import { createTestGateway, type Fault, personas, sampleDeclaration } from '../testing/testing.js';
import type { BhxhError } from './errors.js';

const LOST = { vi: 'Không kết nối được tới máy chủ. Hãy kiểm tra mạng rồi thử lại.', en: 'The server cannot be reached. Check your connection and try again.' };
const SLOW = { vi: 'Máy chủ trả lời quá chậm. Hãy thử lại.', en: 'The server took too long. Try again.' };
const KEPT = { vi: ' Nội dung bạn đã nhập vẫn còn.', en: ' What you typed is kept.' };
const SLOWLY: Fault = { kind: 'slow', milliseconds: 60_000 };
const CUT: Fault = { kind: 'cut-before' };

const key = { reference: '00001.GD_2026_001', contact: '0900000001' };
type Client = ReturnType<typeof createClient>;

/** What a person reads of a call that met a fault, in both languages; of an operation that is not named, the call's own. */
async function said(operation: string, fault: Fault, call: (client: Client) => PromiseLike<unknown>) {
  const gateway = createTestGateway();
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  await client.session.signIn({ bhxhNumber: personas.employee.profile.bhxhNumber, password: personas.employee.password });
  if (operation === 'session.refresh') gateway.expireTokens();
  gateway.script(operation, fault);
  const failure = await Promise.resolve(call(client.withOptions({ timeout: 100 }))).then(
    () => Promise.reject(new Error('it should have failed')),
    (thrown: unknown) => thrown as BhxhError,
  );
  return { vi: failure.userMessage('vi'), en: failure.userMessage('en') };
}
const both = (sentence: typeof LOST, more = { vi: '', en: '' }) => ({ vi: sentence.vi + more.vi, en: sentence.en + more.en });

describe('E8 · the words of an answer that did not come', () => {
  it.each<[string, (client: Client) => PromiseLike<unknown>]>([
    ['profile.read', (client) => client.profile.read()],
    ['participation.list', (client) => client.participation.list()],
    ['visits.list', (client) => client.visits.list()],
    ['consents.texts', (client) => client.consents.texts({ locale: 'vi' })],
    ['session.signOut', (client) => client.session.signOut()],
  ])('promise nothing of what was typed where %s only asked', async (operation, call) => {
    expect(await said(operation, CUT, call)).toEqual(both(LOST));
  });

  it.each<[string, (client: Client) => PromiseLike<unknown>]>([
    ['declarations.submit', (client) => client.declarations.submit(sampleDeclaration)],
    ['declarations.follow', (client) => client.declarations.follow(key)],
    ['challenges.make', (client) => client.challenges.make({ operation: 'declarations.submit', locale: 'vi' })],
    ['notices.resend', (client) => client.notices.resend(key)],
    ['consents.withdraw', (client) => client.consents.withdraw({ purpose: 'reminders', locale: 'vi', channel: 'page' })],
  ])('say of %s that what was typed is kept', async (operation, call) => {
    expect(await said(operation, CUT, call)).toEqual(both(LOST, KEPT));
  });

  it('tell the two apart by time, too', async () => {
    expect(await said('profile.read', SLOWLY, (client) => client.profile.read())).toEqual(both(SLOW));
    expect(await said('declarations.follow', SLOWLY, (client) => client.declarations.follow(key))).toEqual(both(SLOW, KEPT));
  });

  it('are those of the call a session is refreshed for', async () => {
    expect(await said('session.refresh', CUT, (client) => client.profile.read())).toEqual(both(LOST));
    expect(await said('session.refresh', CUT, (client) => client.consents.withdraw({ purpose: 'reminders', locale: 'vi', channel: 'page' }))).toEqual(
      both(LOST, KEPT),
    );
  });

  it('promise nothing where a part of the client did not come either, before anybody knows what it would have done', async () => {
    vi.resetModules();
    vi.doMock('@bhxh-kit/contract/later', () => Promise.reject(new TypeError('offline')));
    const { createClient: inCutNetwork } = await import('../client/create-client.js');
    const client = inCutNetwork({ baseUrl: 'https://gateway.test', fetch: createTestGateway().fetch, retries: 0 });
    const failure = await Promise.resolve(client.accesses.mine()).catch((thrown: unknown) => thrown as BhxhError);
    vi.doUnmock('@bhxh-kit/contract/later');
    expect((failure as BhxhError).userMessage('vi')).toBe(LOST.vi);
  });
});
