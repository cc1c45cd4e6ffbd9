import { dayInVietnam, rulePack } from '@bhxh-kit/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { type Child, Declarant, PLACES } from './support/declarant.js';
import type { Kept } from './support/demonstration.js';
import { journey } from './support/journey.js';
import { openMailbox } from './support/mailbox.js';
import { pdfText } from './support/pdf.js';
import { expectTold, passDeadline, RECEIVED } from './support/told.js';

type Pack = '2021' | '2023' | '2025';

const CHILD = {
  fullName: 'Trần Thử Nghiệm',
  bhxhNumber: '9999999031',
  birthDate: '01/02/2020',
  contactName: 'Lê Thị Mẫu',
  street: 'Tổ 2, Đường Mẫu',
  mobilePhone: '0900000002',
  email: 'lethimau@example.vn',
} as const;

const CODES = {
  '2021': { scheme: '2021', provinceCode: '01', districtCode: '001', communeCode: '00001' },
  '2025': { scheme: '2025', provinceCode: '01', communeCode: '00004' },
} as const;

/** Everything the row must hold, and nothing besides. */
function expectKept({ row, declaration, photographs }: Kept, child: Child, pack: Pack, agencyCode: string): void {
  expect(declaration).toEqual({
    rulePack: pack,
    purpose: 'register',
    subject: 'child',
    fullName: child.fullName,
    bhxhNumber: child.bhxhNumber,
    birthDate: '2020-02-01',
    guardian: child.guardian,
    address: { ...CODES[rulePack(pack).addressScheme], street: child.street },
    contactName: child.contactName,
    email: child.email,
    mobilePhone: child.mobilePhone,
    startDate: dayInVietnam(new Date(row['received_at'] as string)),
    transactAt: { kind: 'portal' },
    agencyCode,
    handIn: 'at-agency',
    commitment: true,
    locale: 'vi',
    seal: expect.stringMatching(/^0101\d{500,}$/) as unknown,
  });
  expect(row).toMatchObject({ rule_pack: pack, agency_code: agencyCode, status: 'waiting-for-paper', locale: 'vi' });
  expect([...photographs.keys()].sort()).toEqual(['birth-certificate', 'portrait']);
  for (const [kind, bytes] of photographs) expect(bytes.subarray(0, 3), kind).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
}

const mailbox = await openMailbox();
afterAll(() => mailbox.close());

/** What both ways share: a journey under the rules of a pack. */
function childUnder(pack: Pack) {
  const shared = journey({ BHXH_RULE_PACK: pack, ...mailbox.environment });

  /** From step 2 to the receipt, by keys alone. */
  async function declare(declarant: Declarant, child: Child): Promise<string> {
    const { form } = declarant;
    await declarant.writeChild(child);
    await declarant.toAgency('child');
    await declarant.chooseAgencyByFilter(pack === '2025' ? 'ha noi' : 'ba dinh');
    await declarant.chooseHandIn(/^Tại nơi tiếp nhận/);
    await declarant.next();
    await declarant.atStep(/^Bước 5\//);
    for (const said of [child.fullName, child.bhxhNumber, child.birthDate, child.guardian.bhxhNumber, child.guardian.identityNumber, child.places.at(-1)![2]])
      await form.getByRole('definition').filter({ hasText: said }).first().waitFor();
    await declarant.commit();
    await declarant.record();
    if (rulePack(pack).emailCode) await declarant.confirmAddress(() => mailbox.codeTo(child.email));
    return declarant.reference();
  }

  /** Both channels told it, and tell the eleventh day without paper. */
  async function expectToldUntilCancelled(reference: string, child: Child): Promise<void> {
    await expectTold(shared.demo, mailbox, reference, RECEIVED, child);
    await passDeadline(shared.demo, mailbox, reference, child);
  }

  async function expectPrinted(declarant: Declarant, child: Child, reference: string): Promise<void> {
    const file = await declarant.savePdf();
    expect(file.name).toBe(`${reference}.pdf`);
    const text = await pdfText(file.path);
    expect(text).toMatch(new RegExp(`Họ và tên: ${child.fullName}\\s*Mã số bảo hiểm xã hội: ${child.bhxhNumber}`));
    expect(text).toContain(`Mã số bảo hiểm xã hội người giám hộ: ${child.guardian.bhxhNumber}`);
    expect(text).toContain(`Số CMND/HC/CC của người giám hộ: ${child.guardian.identityNumber}`);
    expect(text).toContain(reference);
  }

  return { shared, declare, expectPrinted, expectToldUntilCancelled };
}

describe('a child under the rules of 2021', () => {
  const { shared, declare, expectPrinted, expectToldUntilCancelled } = childUnder('2021');

  it('R12 R13 R16 · is declared directly by keyboard alone, from the first Tab to the PDF, stored with its guardian, and cancelled without paper', async () => {
    const { demo } = shared;
    const child = { ...CHILD, places: PLACES['2021'], guardian: { bhxhNumber: '9999999032', identityNumber: '001399000032' } };
    const declarant = new Declarant(shared);
    await declarant.open(demo.pages.province);
    await declarant.chooseSubject('Trẻ em');
    const reference = await declare(declarant, child);
    await expectPrinted(declarant, child, reference);
    expectKept(await demo.kept(reference), child, '2021', '00101');
    expect(await demo.rows(`select act, actor from audit where subject = '${reference}' and act = 'declared'`)).toEqual([{ act: 'declared', actor: 'person' }]);
    await expectToldUntilCancelled(reference, child);
  });
});

describe.each(['2023', '2025'] as const)('a child under the rules of %s', (pack) => {
  const { shared, declare, expectPrinted, expectToldUntilCancelled } = childUnder(pack);

  it('R12–R14 R16 · without the guardian’s session is told the way; on the page for children is declared by the guardian, who signs in there, and cancelled without paper', async () => {
    const { demo, visitor } = shared;
    const { id, password, profile } = demo.personas[1]!;
    const guardian = { bhxhNumber: profile.bhxhNumber, identityNumber: profile.identityNumber! };
    const child = { ...CHILD, places: PLACES[rulePack(pack).addressScheme], guardian };
    const declarant = new Declarant(shared);
    const { page, form } = declarant;
    await declarant.open(demo.pages.province);
    await declarant.pick('Loại đối tượng', 'Trẻ em');
    await declarant.next();
    const way = form.getByRole('group', { name: /^Hãy sửa/ }).getByRole('link', { name: /^Đăng ký cho con cần tài khoản của người giám hộ/ });
    await way.waitFor();
    await form.getByRole('heading', { level: 2, name: /^Bước 1\// }).waitFor();

    await visitor.press(page.getByRole('link', { name: 'Đăng ký cho con', exact: true }), 'Enter');
    const door = page.locator('bhxh-sign-in');
    await visitor.write(door.getByLabel('Mã số BHXH'), profile.bhxhNumber);
    await visitor.write(door.getByLabel('Mật khẩu', { exact: true }), password);
    await visitor.press(door.getByRole('button', { name: 'Đăng nhập', exact: true }), 'Enter');
    // “Trẻ em” is chosen already.
    await declarant.next();
    await declarant.atStep(/^Bước 2\//);
    const reference = await declare(declarant, child);
    await expectPrinted(declarant, child, reference);
    expectKept(await demo.kept(reference), child, pack, pack === '2025' ? '001' : '00101');
    expect(await demo.rows(`select act, actor from audit where subject = '${reference}' and act = 'declared'`)).toEqual([{ act: 'declared', actor: id }]);
    await expectToldUntilCancelled(reference, child);
  });
});
