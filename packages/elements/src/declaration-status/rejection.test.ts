import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationProgress } from '@bhxh-kit/contract';
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { LaterActs } from '../foundation/later-acts.js';
import { type Listener, translator } from '../foundation/words.js';
import { stateWords } from '../foundation/words.state.js';
import { Rejection } from './rejection.js';

const REJECTED: DeclarationProgress = {
  reference: '00055.GD_2026_001',
  status: 'rejected',
  rulePack: '2025',
  agencyCode: '00106',
  agencyName: 'BHXH Quận Đống Đa',
  receivedAt: '2026-01-05T02:00:00.000Z',
  now: '2026-01-12T03:00:00.000Z',
  history: [],
  reasons: ['identity-differs'],
};
const KEY = { reference: REJECTED.reference, contact: '0900000001' };
const host = { addController: vi.fn(), requestUpdate: vi.fn(), language: 'vi', overrides: [] } as unknown as ReactiveControllerHost & Listener;

describe('E8 · the reasons of a rejection whose code the network does not bring', () => {
  it('are asked for once and not at every drawing, told by the notice to be missing, and shown when somebody tries again', async () => {
    const fetched = vi.fn(() => Promise.reject(new TypeError('offline')));
    vi.doMock('./rejection-part.js', fetched);
    const common = translator(stateWords, host);
    const later = new LaterActs(host, common);
    const rejection = new Rejection(host, later, common, { focus: vi.fn(), open: vi.fn(), follow: vi.fn() });
    const draw = () => rejection.render(REJECTED, KEY, {} as BhxhClient) as TemplateResult;
    expect(draw().values).toEqual(['Đang tải…']);
    await later.settled;
    expect([draw().values, draw().values, fetched.mock.calls.length, later.failed]).toEqual([[nothing], [nothing], 1, true]);

    vi.doUnmock('./rejection-part.js');
    const { values } = later.notice() as TemplateResult;
    (values.find((value) => typeof value === 'function') as () => void)();
    await later.settled;
    expect([later.failed, draw().strings.join().includes('part="rejection"')]).toEqual([false, true]);
  });

  it('are not asked for where nothing was rejected', () => {
    const later = new LaterActs(host, translator(stateWords, host));
    const rejection = new Rejection(host, later, translator(stateWords, host), { focus: vi.fn(), open: vi.fn(), follow: vi.fn() });
    expect(rejection.render({ ...REJECTED, status: 'in-review' }, KEY, {} as BhxhClient)).toBe(nothing);
  });
});
