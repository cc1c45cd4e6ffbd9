import { beforeAll, describe, expect, it } from 'vitest';
import { Declarant, NGUYEN_VAN_A, PLACES } from './support/declarant.js';
import { journey } from './support/journey.js';
import { pdfText } from './support/pdf.js';
import { drawPictures, type Pictures } from './support/pictures.js';

/** Before July 2025 provinces had offices in their districts; the first of the tree is [001] BHXH Tp. Hà Nội on both maps. */
const AGENCIES = {
  '2021': { keys: ['ArrowRight', 'ArrowRight', 'ArrowDown'], row: /Quận Hoàn Kiếm/, path: 'BHXH Tp. Hà Nội » BHXH Quận Hoàn Kiếm' },
  '2025': { keys: ['ArrowDown', 'ArrowUp'], row: /Hà Nội/, path: 'BHXH Tp. Hà Nội' },
} as const;

describe.each(['2021', '2025'] as const)('registration under the rules of %s', (pack) => {
  // The check as it is by default: a proof of work, of which nobody sees anything (R9).
  const shared = journey({ BHXH_RULE_PACK: pack, BHXH_CHALLENGE: 'proof-of-work' });
  let pictures: Pictures;
  beforeAll(async () => {
    pictures = await drawPictures(shared.browser);
  });

  it('R1–R13 · a person declares by keyboard alone, from the first Tab to the PDF, is told the deadline, and after it that the declaration is gone', async () => {
    const { visitor, demo } = shared;
    const person = { ...NGUYEN_VAN_A, places: PLACES[pack] };
    const declarant = new Declarant(visitor, pictures);
    const { form } = declarant;
    await declarant.open(demo.pages.province);
    await declarant.chooseSubject('Cá nhân');
    await declarant.writePerson(person);
    await declarant.next();
    await declarant.atStep(/^Bước 3\/5: Giấy tờ, ảnh/);
    await declarant.photographsOfAdult();
    await declarant.next();
    await declarant.atStep(/^Bước 4\//);
    await declarant.chooseAgencyByKeys(AGENCIES[pack].keys, AGENCIES[pack].row);
    await form.getByText(AGENCIES[pack].path, { exact: true }).waitFor();
    await declarant.chooseHandIn(/^Tại nơi tiếp nhận/);
    await declarant.next();
    await declarant.atStep(/^Bước 5\//);
    for (const said of [person.fullName, person.bhxhNumber, person.identityNumber, AGENCIES[pack].path, person.places.at(-1)![2], person.email])
      await form.getByRole('definition').filter({ hasText: said }).first().waitFor();
    await declarant.commit();
    await declarant.record();
    const reference = await declarant.reference();
    expect(reference).toMatch(/^\d{5}\.GD_\d{4}_001$/);

    const file = await declarant.savePdf();
    expect(file.suggestedFilename()).toBe(`${reference}.pdf`);
    const text = await pdfText(await file.path());
    for (const printed of [person.fullName, person.bhxhNumber, person.identityNumber, person.mobilePhone, 'Đường Mẫu', reference])
      expect(text).toContain(printed);

    const outbox = await visitor.context.newPage();
    await outbox.goto(`${demo.gateway}/sandbox/outbox`);
    expect(await outbox.getByRole('table').innerText()).toContain(reference);
    await outbox.close();

    const { page } = visitor;
    const status = page.locator('bhxh-declaration-status');
    const follow = async () => {
      await page.goto(`${demo.pages.province}/theo-doi`);
      await visitor.write(status.getByRole('textbox', { name: 'Số tờ khai' }), reference);
      await visitor.write(status.getByRole('textbox', { name: /^Số điện thoại hoặc/ }), person.mobilePhone);
      await page.keyboard.press('Enter');
    };
    await follow();
    await status.getByText('Chờ nộp Mẫu 01 đã ký', { exact: true }).waitFor();
    expect(await status.getByRole('timer').textContent()).toMatch(/^Còn (10 ngày 0|9 ngày 23) giờ$/);
    const [row] = await demo.rows(
      `select id, paper_due_at - received_at = interval '10 days' as ten, sealed is null as gone from declarations where reference = '${reference}'`,
    );
    expect(row).toMatchObject({ ten: true, gone: false });
    const photographs = `select count(*)::int as count from photographs where declaration_id = '${String(row!['id'])}'`;
    expect(await demo.rows(photographs)).toEqual([{ count: 3 }]);

    await demo.moveClock({ advanceDays: 10, advanceMinutes: 1 });
    await follow();
    await status.getByText('Đã hủy', { exact: true }).waitFor();
    await status.getByText('Cơ quan BHXH không nhận được Mẫu 01 đã ký trong thời hạn.').waitFor();
    await status.getByText('Dữ liệu của tờ khai này đã bị xóa', { exact: false }).waitFor();
    expect(await demo.rows(`select sealed is null as gone, status, reason from declarations where reference = '${reference}'`)).toEqual([
      { gone: true, status: 'cancelled', reason: 'paper-not-received' },
    ]);
    expect(await demo.rows(photographs)).toEqual([{ count: 0 }]);
    const told = (await (await fetch(`${demo.gateway}/sandbox/outbox`)).json()) as { items: { body: string }[] };
    expect(told.items.some(({ body }) => body.includes(reference) && /hủy/i.test(body))).toBe(true);
  });
});
