import { testSeal } from '@bhxh-kit/client/testing';
import { describe, expect, it } from 'vitest';
import { SCAN_MAX, soughtIn } from './scanned-paper.js';

const printed = {
  reference: '00055.GD_2026_001',
  agencyName: 'BHXH Quận Ba Đình',
  receivedAt: '2026-01-05T02:00:00Z',
  addressText: '',
  rulePack: '2025',
  purpose: 'stop',
  subject: 'individual',
  fullName: 'Nguyễn Văn A',
  bhxhNumber: '9999999901',
  contactName: 'Nguyễn Văn A',
  mobilePhone: '0900000001',
};

describe('what is sought in the queue', () => {
  it('O1 · is what was typed, as long as the gateway takes it', () => {
    expect(soughtIn('nguyen van a')).toEqual({ find: 'nguyen van a' });
    expect(soughtIn('0'.repeat(600))).toEqual({ find: '0'.repeat(254) });
  });

  it('O2 · is the declaration of a paper whose code was scanned', async () => {
    const scan = await testSeal(printed);
    expect(soughtIn(`]Q1${scan}\n`)).toEqual({ reference: '00055.GD_2026_001' });
    expect(soughtIn(scan.slice(0, -1))).toEqual({ damaged: true });
    expect(scan.length + 50).toBeLessThan(SCAN_MAX);
  });
});
