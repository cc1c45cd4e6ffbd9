import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createClient } from '@bhxh-kit/client';
import { makeSeal, type PrintedDeclaration, readSeal } from '@bhxh-kit/domain';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { codesIn, lastPage } from '../../packages/documents/test-support/seeing.js';
import { type Declared, declare, person } from './support/declared.js';
import { journey } from './support/journey.js';
import { OfficerAtDesk } from './support/officer-at-desk.js';

const DOTS = 200;

/** The code of another declaration, signed by somebody else under the name of the same key. */
async function forged(scan: string, printed: PrintedDeclaration): Promise<string> {
  const read = readSeal(scan);
  if (!read.ok) throw new Error(read.code);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return makeSeal(printed, {
    keyId: read.value.keyId,
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    sign: (message) => sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  });
}

/** A scan that comes at once, as by a scanner set to paste. */
async function paste({ page, visitor }: OfficerAtDesk, box: Locator, scan: string): Promise<void> {
  await visitor.tabTo(box);
  await page.keyboard.insertText(scan);
  await page.keyboard.press('Enter');
}

describe('the sealed Mẫu 01', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021', BHXH_CHALLENGE: 'none' });

  /** The code on the paper, as a scanner at the desk reads it off the print. */
  async function scanned(reference: string, { mobilePhone }: Declared): Promise<string> {
    const bytes = await createClient({ baseUrl: shared.demo.gateway }).declarations.form({ reference, contact: mobilePhone });
    const [code, ...others] = await codesIn(await lastPage(bytes, DOTS), DOTS);
    expect(others).toEqual([]);
    expect(code).toMatchObject({ text: expect.stringMatching(/^0101\d{500,987}$/) as unknown, level: expect.stringMatching(/[MQH]/) as unknown });
    expect(code!.moduleMillimetres).toBeGreaterThan(0.395);
    return code!.text;
  }

  /** Changes what is kept of a declaration, as somebody would who has the database and the secret, and no key of the paper. */
  async function falsify(reference: string, change: Record<string, unknown>): Promise<void> {
    const { row, declaration } = await shared.demo.kept(reference);
    const id = String(row['id']);
    const sealed = shared.demo.secrets.sealJson('declaration', id, { ...declaration, ...change });
    await shared.demo.rows(`update declarations set sealed = '\\x${sealed.toString('hex')}' where id = '${id}'`);
  }

  it('O2 · what is printed is scanned at the desk: it opens its case, agrees, and a change of the data since is named', async () => {
    const declared = person(1, 'Đặng Thị Mẫu');
    const reference = await declare(shared, declared);
    const scan = await scanned(reference, declared);
    const { visitor, demo } = shared;
    const desk = new OfficerAtDesk(visitor, demo);
    await desk.signIn('canbo.dongda');

    await paste(desk, desk.queue.getByRole('searchbox'), scan);
    await desk.heading(declared.fullName).waitFor();
    await desk.hears('Bản giấy khớp với dữ liệu');

    const box = desk.case.getByLabel('Quét mã trên bản giấy');
    // A wedge scanner: a keyboard that types faster than any person and ends with Enter.
    await visitor.write(box, scan);
    await desk.page.keyboard.press('Enter');
    await desk.hears('Bản giấy khớp với dữ liệu');
    expect(await box.inputValue()).toBe('');

    await falsify(reference, { bhxhNumber: '9999999799', fullName: 'Đặng Thị Mậu' });
    await desk.press('Tải lại hồ sơ');
    await desk.hears('Bản giấy khác dữ liệu ở 2 mục');
    const differing = await desk.case.locator('[data-differs]').allInnerTexts();
    expect(differing.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Họ và tên Trên giấy: Đặng Thị Mẫu Trong hồ sơ: Đặng Thị Mậu',
      'Mã số BHXH Trên giấy: 9999999701 Trong hồ sơ: 9999999799',
    ]);
  });

  it('O2 · with the network cut a scan still tells genuine from forged, and shows what was sealed', async () => {
    const declared = person(2, 'Bùi Văn Thử');
    const reference = await declare(shared, declared);
    const scan = await scanned(reference, declared);
    const { visitor, demo } = shared;
    const desk = new OfficerAtDesk(visitor, demo);
    await desk.signIn('canbo.dongda');
    const box = desk.case.getByLabel('Quét mã trên bản giấy');
    await expect.poll(() => desk.page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('seal-keys')).length)).toBe(1);
    await desk.page.waitForLoadState('networkidle');
    visitor.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
    await visitor.context.setOffline(true);

    await paste(desk, box, scan);
    await desk.hears(`Mã là thật, của tờ khai ${reference}`);
    const told = (await desk.case.getByRole('status').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    for (const value of [
      declared.fullName,
      declared.bhxhNumber,
      declared.identityNumber,
      '12 Đường Mẫu, Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội',
      'Đăng ký sử dụng',
    ])
      expect(told).toContain(value);

    await paste(
      desk,
      box,
      await forged(scan, { ...declared, fullName: 'Người Khác', reference, receivedAt: '2026-01-05T02:00:00Z', agencyName: 'BHXH', addressText: '' }),
    );
    await desk.hears('Mã này là giả');
    expect(await desk.case.getByText('Người Khác').count()).toBe(0);

    const damaged = scan.slice(0, 400) + scan.slice(402);
    await paste(desk, box, damaged);
    await desk.hears('Quét chưa trọn mã');
  });
});
