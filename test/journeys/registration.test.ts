import { rulePack } from '@bhxh-kit/domain';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Declarant, NGUYEN_VAN_A, PLACES } from './support/declarant.js';
import { follow, status } from './support/following.js';
import { inChromium, inEveryWay, type Journey, journey } from './support/journey.js';
import { openMailbox } from './support/mailbox.js';
import { pdfText } from './support/pdf.js';
import { messagesTo } from './support/sandbox.js';
import { expectTold, passDeadline, RECEIVED } from './support/told.js';

/** Before July 2025 provinces had offices in their districts; the first of the tree is [001] BHXH Tp. Hà Nội on both maps. */
const AGENCIES = {
  '2021': { keys: ['ArrowRight', 'ArrowRight', 'ArrowDown'], rows: [/BHXH Tp\. Hà Nội/, /Quận Hoàn Kiếm/], path: 'BHXH Tp. Hà Nội » BHXH Quận Hoàn Kiếm' },
  '2025': { keys: ['ArrowDown', 'ArrowUp'], rows: [/BHXH Tp\. Hà Nội/], path: 'BHXH Tp. Hà Nội' },
} as const;

const mailbox = await openMailbox();
afterAll(() => mailbox.close());

describe.each(['2021', '2023', '2025'] as const)('registration under the rules of %s', (pack) => {
  // The check as it is by default: a proof of work, of which nobody sees anything (R9).
  const shared = journey({ BHXH_RULE_PACK: pack, BHXH_CHALLENGE: 'proof-of-work', ...mailbox.environment });
  const { addressScheme: map, emailCode } = rulePack(pack);

  // By touch and in a second engine on one of the two maps: the other has one more box of the address and one more level of the tree.
  const walk = pack === '2025' ? inEveryWay : (opened: Journey, tell: () => void) => inChromium(opened, ['keyboard'], tell);
  walk(shared, () => {
    it('R1–R13 · a person declares, from the first box to the PDF, is told the deadline, has the notice sent again, and after the deadline is told that the declaration is gone', async () => {
      const { visitor, demo } = shared;
      const person = { ...NGUYEN_VAN_A, places: PLACES[map] };
      const declarant = new Declarant(shared);
      const { form } = declarant;
      await declarant.open(demo.pages.province);
      await declarant.chooseSubject('Cá nhân');
      await declarant.writePerson(person);
      await declarant.toAgency();
      await declarant.chooseAgencyInTree(AGENCIES[map].keys, AGENCIES[map].rows);
      // Seen: in the tree that has just closed it stands a moment longer.
      await form.getByText(AGENCIES[map].path, { exact: true }).filter({ visible: true }).waitFor();
      await declarant.chooseHandIn(/^Tại nơi tiếp nhận/);
      await declarant.next();
      await declarant.atStep(/^Bước 5\//);
      for (const said of [person.fullName, person.bhxhNumber, person.identityNumber, AGENCIES[map].path, person.places.at(-1)![2], person.email])
        await form.getByRole('definition').filter({ hasText: said }).first().waitFor();
      await declarant.commit();
      await declarant.record();
      if (emailCode) await declarant.confirmAddress(() => mailbox.codeTo(person.email));
      const reference = await declarant.reference();
      expect(reference).toMatch(/^\d{5}\.GD_\d{4}_001$/);

      const file = await declarant.savePdf();
      expect(file.name).toBe(`${reference}.pdf`);
      const text = await pdfText(file.path);
      for (const printed of [person.fullName, person.bhxhNumber, person.identityNumber, person.mobilePhone, 'Đường Mẫu', reference])
        expect(text).toContain(printed);

      await expectTold(demo, mailbox, reference, RECEIVED, person);
      const outbox = await visitor.context.newPage();
      await outbox.goto(`${demo.gateway}/sandbox/outbox`);
      expect(await outbox.getByRole('table').innerText()).toContain(reference);
      await outbox.close();
      await visitor.page.bringToFront();

      const shown = status(shared);
      await follow(shared, reference, person.mobilePhone);
      await shown.getByText('Chờ nộp Mẫu 01 đã ký', { exact: true }).waitFor();
      expect(await shown.getByRole('timer').textContent()).toMatch(/^Còn (10 ngày 0|9 ngày 23) giờ$/);

      const notices = (messages: readonly string[]) => messages.filter((message) => message.includes(reference) && RECEIVED.test(message)).length;
      const sent = async () => [notices(await messagesTo(demo, person.mobilePhone)), notices(mailbox.to(person.email))];
      const [texts = 0, mails = 0] = await sent();
      const again = shown.getByRole('button', { name: 'Gửi lại thông báo' });
      await visitor.hands.press(again);
      await shown.getByText(`tới số điện thoại ******${person.mobilePhone.slice(-4)} và thư điện tử ${person.email[0]}***@`).waitFor();
      await vi.waitFor(async () => expect(await sent()).toEqual([texts + 1, mails + 1]), { timeout: 15_000, interval: 100 });
      visitor.expectComplaint(/429/);
      await visitor.hands.press(again);
      await shown.getByText('bạn có thể gửi lại sau 10 phút nữa').waitFor();

      const [row] = await demo.rows(
        `select id, paper_due_at - received_at = interval '10 days' as ten, sealed is null as gone from declarations where reference = '${reference}'`,
      );
      expect(row).toMatchObject({ ten: true, gone: false });
      const photographs = `select count(*)::int as count from photographs where declaration_id = '${String(row!['id'])}'`;
      expect(await demo.rows(photographs)).toEqual([{ count: 3 }]);

      await passDeadline(demo, mailbox, reference, person);
      await follow(shared, reference, person.mobilePhone);
      await shown.getByText('Đã hủy', { exact: true }).waitFor();
      await shown.getByText('Cơ quan BHXH không nhận được Mẫu 01 đã ký trong thời hạn.').waitFor();
      await shown.getByText('Dữ liệu của tờ khai này đã bị xóa', { exact: false }).waitFor();
    });
  });
});
