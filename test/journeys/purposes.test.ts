import { addDays, type DeclarationSubmission, dayInVietnam, formatDate, rulePack } from '@bhxh-kit/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { Declarant, PLACES } from './support/declarant.js';
import { giveSession } from './support/giving-session.js';
import { journey } from './support/journey.js';
import { openMailbox } from './support/mailbox.js';
import { pdfText } from './support/pdf.js';
import { expectTold, passDeadline, RECEIVED } from './support/told.js';

type Pack = '2021' | '2023' | '2025';
type Subject = 'individual' | 'child' | 'organisation';
type Written = readonly (readonly [label: string, typed: string])[];

const SUBJECTS = { individual: 'Cá nhân', child: 'Trẻ em', organisation: 'Cơ quan/Tổ chức' } as const;
const CONTACT = { contactName: 'Lê Thị Mẫu', mobilePhone: '0900000002' } as const;
const CERTIFICATE = { serial: '540999999901', issuer: 'Tổ chức Thử Nghiệm', validFrom: '2026-01-31', validTo: '2036-01-30' } as const;
const CERTIFICATE_WRITTEN: Written = [
  ['Số chứng thư số', CERTIFICATE.serial],
  ['Tên tổ chức chứng thực chữ ký số', CERTIFICATE.issuer],
  ['Thời hạn chứng thư số từ ngày', '31/01/2026'],
  ['Thời hạn chứng thư số đến ngày', '30/01/2036'],
];

/** Who declares: what is written of them, and what is to be kept. The guardian is written too where no session tells who it is. */
const WHO: Record<Subject, { readonly written: Written; readonly kept: Partial<DeclarationSubmission> }> = {
  individual: {
    written: [
      ['Họ và tên', 'Nguyễn Văn A'],
      ['Mã số BHXH', '9999999031'],
      ['Số CMND/HC/CC', '079299000031'],
    ],
    kept: { fullName: 'Nguyễn Văn A', bhxhNumber: '9999999031', identityNumber: '079299000031' },
  },
  child: {
    written: [
      ['Họ và tên', 'Trần Thử Nghiệm'],
      ['Mã số BHXH', '9999999032'],
      ['Ngày sinh', '01/02/2020'],
    ],
    kept: { fullName: 'Trần Thử Nghiệm', bhxhNumber: '9999999032', birthDate: '2020-02-01' },
  },
  organisation: {
    written: [
      ['Tên cơ quan, tổ chức', 'Trường THPT số 2'],
      ['Mã số BHXH \\(mã đơn vị\\)', 'zz 9999 a'],
      ['Mã số thuế', '9999999027-001'],
    ],
    kept: { fullName: 'Trường THPT số 2', bhxhNumber: 'ZZ9999A', taxNumber: '9999999027-001' },
  },
};

const mailbox = await openMailbox();
afterAll(() => mailbox.close());

describe.each(['2021', '2023', '2025'] as const)('under the rules of %s', (pack: Pack) => {
  const shared = journey({ BHXH_RULE_PACK: pack, ...mailbox.environment });

  /** Opens the form, as a guardian with a session where the pack wants one, and chooses. */
  async function begun(purpose: string, subject: Subject) {
    const declarant = new Declarant(shared);
    await declarant.open(shared.demo.pages.province);
    const { profile: guardian, password } = shared.demo.personas[1]!;
    const session = subject === 'child' && pack !== '2021';
    if (session) await giveSession(declarant.page, { baseUrl: shared.demo.gateway, bhxhNumber: guardian.bhxhNumber, password });
    await declarant.pick('Mục đích', purpose);
    await declarant.pick('Loại đối tượng', SUBJECTS[subject]);
    await declarant.next();
    await declarant.atStep(/^Bước 2\//);
    const known = { bhxhNumber: guardian.bhxhNumber, identityNumber: guardian.identityNumber! };
    return { declarant, kept: subject === 'child' ? { guardian: known } : {}, guardian: subject === 'child' ? { ...known, session } : undefined };
  }

  type Begun = Awaited<ReturnType<typeof begun>>;

  async function writeWho({ declarant, guardian }: Begun, subject: Subject): Promise<void> {
    await write(declarant, WHO[subject].written);
    if (!guardian) return;
    const [number, paper] = [declarant.box('Mã số BHXH người giám hộ'), declarant.box('Số CMND/HC/CC của người giám hộ')];
    if (guardian.session) expect([await number.inputValue(), await paper.inputValue()]).toEqual([guardian.bhxhNumber, guardian.identityNumber]);
    else
      await write(declarant, [
        ['Mã số BHXH người giám hộ', guardian.bhxhNumber],
        ['Số CMND/HC/CC của người giám hộ', guardian.identityNumber],
      ]);
  }

  /** What is kept of a declaration; its seal, which is another every time, is looked at in a journey of its own. */
  async function keptOf(reference: string) {
    const { declaration, ...rest } = await shared.demo.kept(reference);
    const { seal: _, ...declared } = declaration;
    return { ...rest, declaration: declared };
  }

  /** From the agency's step to the receipt, the saved form and the eleventh day; answers the form's text and what was kept. */
  async function handedIn(declarant: Declarant, newAddress?: string) {
    await declarant.chooseAgencyByFilter(pack === '2025' ? 'ha noi' : 'ba dinh');
    await declarant.chooseHandIn(/^Tại nơi tiếp nhận/);
    await declarant.next();
    await declarant.atStep(/Xem lại và cam kết/);
    return recorded(declarant, newAddress);
  }

  async function recorded(declarant: Declarant, email?: string) {
    await declarant.commit();
    await declarant.record();
    if (email && rulePack(pack).emailCode) await declarant.confirmAddress(() => mailbox.codeTo(email));
    const reference = await declarant.reference();
    const file = await declarant.savePdf();
    expect(file.name).toBe(`${reference}.pdf`);
    const { row, declaration, photographs } = await keptOf(reference);
    expect(row).toMatchObject({ status: 'waiting-for-paper', rule_pack: pack });
    expect(photographs.size).toBe(0);
    const reached = { mobilePhone: CONTACT.mobilePhone, email };
    await expectTold(shared.demo, mailbox, reference, RECEIVED, reached);
    await passDeadline(shared.demo, mailbox, reference, reached);
    return { text: await pdfText(file.path), declaration, today: dayInVietnam(new Date(row['received_at'] as string)) };
  }

  const everywhere = { rulePack: pack, agencyCode: pack === '2025' ? '001' : '00101', handIn: 'at-agency', commitment: true, locale: 'vi' } as const;
  const contactWritten = (phone: string): Written => [
    ['Người liên hệ.*', CONTACT.contactName],
    ['Điện thoại di động', phone],
  ];

  it.each([
    ['individual', ['email', 'mobilePhone']],
    ['child', ['mobilePhone']],
    ['organisation', ['certificate']],
  ] as const)('R2 R12 R13 · %s adjusts %j by keyboard alone, and only that is kept and printed', async (subject, changes) => {
    const form = await begun('Điều chỉnh thông tin', subject);
    const { declarant } = form;
    await writeWho(form, subject);
    await declarant.next();
    await declarant.atStep(/^Bước 3\/5: Nội dung điều chỉnh/);
    const names = { certificate: 'Chứng thư số', email: 'Địa chỉ thư điện tử', mobilePhone: 'Điện thoại di động' };
    for (const fact of changes) await shared.visitor.press(declarant.form.getByRole('checkbox', { name: new RegExp(`^${names[fact]}`) }), 'Space');
    const has = (fact: string) => (changes as readonly string[]).includes(fact);
    if (has('certificate')) await write(declarant, CERTIFICATE_WRITTEN);
    if (has('email')) await write(declarant, [['Địa chỉ thư điện tử', 'moi@example.vn']]);
    const [contact, phone] = contactWritten(CONTACT.mobilePhone);
    await write(declarant, has('mobilePhone') ? [phone!, contact!] : [contact!, phone!]);
    await declarant.next();
    await declarant.atStep(/^Bước 4\/5/);
    const { text, declaration } = await handedIn(declarant, has('email') ? 'moi@example.vn' : undefined);
    expect(declaration).toEqual({
      ...everywhere,
      purpose: 'adjust',
      subject,
      ...WHO[subject].kept,
      ...form.kept,
      ...CONTACT,
      changes,
      ...(has('email') && { email: 'moi@example.vn' }),
      ...(has('certificate') && { certificate: CERTIFICATE }),
    });
    const [head = '', section = ''] = text.split('2. Điều chỉnh thông tin');
    for (const [fact, printed] of [
      ['email', 'moi@example.vn'],
      ['mobilePhone', CONTACT.mobilePhone],
      ['certificate', CERTIFICATE.serial],
    ] as const) {
      expect(section.includes(printed), fact).toBe(has(fact));
      if (has(fact)) expect(head, fact).not.toContain(printed);
    }
  });

  it.each(['individual', 'child', 'organisation'] as const)(
    'R2 R12 R13 · %s stops by keyboard alone: the day and the reason are kept and printed',
    async (subject) => {
      const form = await begun('Ngừng sử dụng', subject);
      const { declarant } = form;
      await writeWho(form, subject);
      await declarant.next();
      await declarant.atStep(/^Bước 3\/5: Ngừng sử dụng/);
      const from = addDays(dayInVietnam(new Date()), 30);
      await write(declarant, [
        ['Ngừng giao dịch điện tử từ ngày', formatDate(from)],
        ['Lý do ngừng', 'Chuyển sang nộp trực tiếp'],
        ...contactWritten(CONTACT.mobilePhone),
      ]);
      await declarant.next();
      await declarant.atStep(/^Bước 4\/5/);
      const { text, declaration } = await handedIn(declarant);
      expect(declaration).toEqual({
        ...everywhere,
        purpose: 'stop',
        subject,
        ...WHO[subject].kept,
        ...form.kept,
        ...CONTACT,
        stopDate: from,
        stopReason: 'Chuyển sang nộp trực tiếp',
      });
      const [, section = ''] = text.split('3. Ngừng sử dụng phương thức giao dịch');
      expect(section).toContain('Lý do ngừng: Chuyển sang nộp trực tiếp');
      expect(section).toMatch(new RegExp(`từ ngày ${from.slice(8)}`));
    },
  );

  it('R1 R8 R12–R14 · an organisation registers by keyboard alone, through an I-VAN organisation', async () => {
    const { declarant } = await begun('Đăng ký sử dụng', 'organisation');
    await write(declarant, WHO.organisation.written);
    const place = { places: PLACES[pack === '2025' ? '2025' : '2021'], street: 'Số 1 Đường Mẫu' };
    await declarant.writeAddress(place);
    await write(declarant, [...contactWritten(CONTACT.mobilePhone), ['Địa chỉ thư điện tử', 'truong@example.vn']]);
    await declarant.next();
    await declarant.atStep(/^Bước 3\/4/);
    await declarant.chooseAgencyByFilter(pack === '2025' ? 'ha noi' : 'ba dinh');
    await declarant.chooseHandIn(/^Tại nhà/);
    await declarant.pick('Đăng ký giao dịch tại', 'Tổ chức I-VAN');
    await write(declarant, [['Tên tổ chức I-VAN', 'Công ty I-VAN Thử Nghiệm'], ...CERTIFICATE_WRITTEN]);
    await declarant.next();
    await declarant.atStep(/Xem lại và cam kết/);
    const { text, declaration, today } = await recorded(declarant, 'truong@example.vn');
    for (const line of ['Tên cơ quan/tổ chức/cá nhân: Trường THPT số 2', 'Mã số thuế: 9999999027-001', 'Tên Tổ chức I-VAN: Công ty I-VAN Thử Nghiệm'])
      expect(text).toContain(line);
    expect(declaration).toEqual({
      ...everywhere,
      handIn: 'by-post',
      purpose: 'register',
      subject: 'organisation',
      ...WHO.organisation.kept,
      ...CONTACT,
      address: {
        ...(pack === '2025' ? { scheme: '2025', communeCode: '00004' } : { scheme: '2021', districtCode: '001', communeCode: '00001' }),
        provinceCode: '01',
        street: place.street,
      },
      email: 'truong@example.vn',
      startDate: today,
      transactAt: { kind: 'ivan', name: 'Công ty I-VAN Thử Nghiệm' },
      certificate: CERTIFICATE,
    });
  });
});

async function write(declarant: Declarant, boxes: Written): Promise<void> {
  for (const [label, typed] of boxes) await declarant.visitor.write(declarant.box(label), typed);
}
