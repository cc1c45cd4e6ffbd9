import { type BeginningDeclaration, officers, type TestGateway } from '@bhxh-kit/client/testing';
import { describe, expect, it, vi } from 'vitest';
import { CaseSession } from './case-session.js';
import { inReview, office, waiting } from './testing/desk.js';

async function opened(...declarations: readonly BeginningDeclaration[]) {
  const { gateway, signedIn, ids } = office(...declarations);
  const client = await signedIn();
  const changed = vi.fn();
  const session = new CaseSession(changed);
  const [id = ''] = await ids();
  await session.open(client, id);
  return { gateway, signedIn, client, session, changed, id };
}
const calls = (gateway: TestGateway, operation: string) => gateway.requests.filter((request) => request.operation === operation);

describe('a case on the desk', () => {
  it('O1 · is read, with what the status allows', async () => {
    const { session } = await opened(inReview);
    expect([session.state, session.file?.status, session.file?.allowed]).toEqual(['ready', 'in-review', ['approve', 'reject']]);
  });

  it('O2, O3 · the paper is received and the case approved, each in the version in view', async () => {
    const { client, session } = await opened(waiting);
    expect((await session.act(client, 'paper-received'))?.status).toBe('in-review');
    expect([session.done, session.file?.version]).toEqual(['paper-received', 2]);
    expect((await session.act(client, 'approve'))?.version).toBe(3);
    await vi.waitFor(() => expect(session.file?.history.map(({ act }) => act)).toEqual(['declared', 'paper-received', 'approve']));
    expect(session.done).toBe('approve');
  });

  it('O3 · an act is taken back while its minute runs, by the gateway’s clock', async () => {
    const { client, session, gateway } = await opened(inReview);
    await session.act(client, 'approve');
    expect(session.undoSeconds).toBeGreaterThan(50);
    expect((await session.act(client, 'undo'))?.status).toBe('in-review');
    expect([session.done, session.undoSeconds, session.file?.undo]).toEqual(['undo', 0, undefined]);
    gateway.move(120_000);
    expect(gateway.messages).toEqual([]);
  });

  it('O3 · after the minute an undo is refused, and the case stays approved', async () => {
    const { client, session, gateway } = await opened(inReview);
    await session.act(client, 'approve');
    gateway.move(61_000);
    expect(await session.act(client, 'undo')).toBeUndefined();
    expect(session.problem).toMatchObject({ kind: 'refused', error: { code: 'review.undo-over' } });
    expect(session.file?.status).toBe('approved');
  });

  it('O1 · another officer’s act between is told, and nothing is done', async () => {
    const { client, session, signedIn, id } = await opened(waiting);
    const colleague = await signedIn(officers.colleague);
    await colleague.reviews.receivePaper({ id, version: 1 });
    expect(await session.act(client, 'reject', { reasons: ['form-unsigned'] })).toBeUndefined();
    expect(session.problem).toMatchObject({ kind: 'changed', act: 'paper-received' });
    expect(session.file?.version).toBe(1);
    await session.reload(client);
    expect([session.problem, session.file?.version]).toEqual([undefined, 2]);
    expect(await session.act(client, 'reject', { reasons: ['form-unsigned'] })).toBeDefined();
  });

  it('O4 · a rejection the gateway finds fault with names the fault', async () => {
    const { client, session } = await opened(inReview);
    await session.act(client, 'reject', { reasons: ['other'] });
    expect(session.problem).toMatchObject({ kind: 'rejection', code: 'rejection.words-missing' });
  });

  it.each(['cut-before', 'cut-after'] as const)('O3 · an act whose answer was lost (%s) is asked again under the same key, and done once', async (kind) => {
    const { client, session, gateway } = await opened(inReview);
    gateway.script('reviews.approve', { kind });
    expect(await session.act(client, 'approve')).toBeUndefined();
    expect(session.problem).toMatchObject({ kind: 'refused', error: { code: 'client.network' } });
    expect((await session.act(client, 'approve'))?.version).toBe(2);
    const keys = calls(gateway, 'reviews.approve').map(({ headers }) => headers.get('Idempotency-Key'));
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  });

  it('O3 · an act after a refusal is another act, under another key', async () => {
    const { client, session, gateway } = await opened(inReview);
    gateway.script('reviews.approve', { kind: 'refused', status: 409, code: 'review.email-taken' });
    await session.act(client, 'approve');
    await session.act(client, 'approve');
    const keys = calls(gateway, 'reviews.approve').map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('an act is recorded even when the newest state cannot be read: the case says it is behind', async () => {
    const { client, session, gateway } = await opened(inReview);
    gateway.script('reviews.read', { kind: 'cut-before' });
    expect(await session.act(client, 'approve')).toBeDefined();
    await vi.waitFor(() => expect(session.behind).toBe(true));
    expect(session.file?.status).toBe('approved');
    await session.reload(client);
    expect(session.behind).toBe(false);
  });

  it('a second press while one is under way does nothing', async () => {
    const { client, session, gateway } = await opened(inReview);
    const both = await Promise.all([session.act(client, 'approve'), session.act(client, 'approve')]);
    expect([both.filter(Boolean).length, calls(gateway, 'reviews.approve').length]).toEqual([1, 1]);
  });

  it('an answer that comes after the case was left is not shown', async () => {
    const { client, session } = await opened(inReview);
    const reading = session.reload(client);
    session.forget();
    await reading;
    expect([session.file, session.state]).toEqual([undefined, 'none']);
  });

  it('a failed opening is told, and opens when asked again', async () => {
    const { client, session, gateway, id } = await opened(inReview);
    gateway.script('reviews.read', { kind: 'cut-before' });
    await session.open(client, id);
    expect([session.state, session.problem?.kind]).toEqual(['failed', 'refused']);
    await session.open(client, id);
    expect([session.state, session.problem]).toEqual(['ready', undefined]);
  });
});
