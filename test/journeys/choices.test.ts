import { describe, expect, it } from 'vitest';
import { Declarant, NGUYEN_VAN_A, PLACES } from './support/declarant.js';
import { journey } from './support/journey.js';
import { pdfText } from './support/pdf.js';

const IVAN = 'Công ty I-VAN Thử Nghiệm';

describe('the choices of the form', () => {
  const shared = journey({ BHXH_RULE_PACK: '2025' });

  async function atAgency(): Promise<Declarant> {
    const declarant = new Declarant(shared);
    await declarant.open(shared.demo.pages.province);
    await declarant.chooseSubject('Cá nhân');
    await declarant.writePerson({ ...NGUYEN_VAN_A, places: PLACES['2025'] });
    await declarant.toAgency();
    await declarant.chooseAgencyByFilter('ha noi');
    return declarant;
  }

  it('R7, R8 · by post and through an I-VAN organisation: stored so, told on the receipt, printed on Mẫu 01', async () => {
    const { visitor, demo } = shared;
    const declarant = await atAgency();
    const { form } = declarant;
    await declarant.pick('Hình thức nộp hồ sơ', /^Tại nhà thông qua dịch vụ bưu chính công ích/);
    await declarant.pick('Đăng ký giao dịch tại', 'Tổ chức I-VAN');
    await declarant.next();
    // An organisation has a name.
    await form
      .getByRole('group', { name: /^Hãy sửa/ })
      .getByRole('link', { name: /^Hãy điền “Tên tổ chức I-VAN”/ })
      .waitFor();
    await visitor.write(declarant.box('Tên tổ chức I-VAN'), IVAN);
    await declarant.next();
    await declarant.atStep(/^Bước 5\//);
    for (const said of [/^Tại nhà thông qua dịch vụ bưu chính/, 'Tổ chức I-VAN', IVAN])
      await form.getByRole('definition').filter({ hasText: said }).first().waitFor();
    await declarant.commit();
    await declarant.record();
    const reference = await declarant.reference();
    await form.getByText(/^Gửi bản đã ký và bản chụp giấy tờ cho .* qua bưu điện; cước do bạn trả\.$/).waitFor();
    expect((await demo.kept(reference)).declaration).toMatchObject({ handIn: 'by-post', transactAt: { kind: 'ivan', name: IVAN } });
    const text = await pdfText((await declarant.savePdf()).path);
    expect(text).toContain(`Tên Tổ chức I-VAN: ${IVAN}`);
  });

  it('R7, R8, E8 · at the office and on the portal: stored so, told on the receipt, no organisation on Mẫu 01; without its writer the gateway’s copy is saved, without both it is said, and “Tải tờ khai” tries again', async () => {
    const { visitor, demo } = shared;
    visitor.expectComplaint(/ERR_FAILED/);
    const { context } = visitor;
    const [writer, gateway] = ['**/kit/documents/**', '**/v1/declarations/form'];
    // From the start: the writer and its fonts are fetched ahead.
    for (const way of [writer, gateway]) await context.route(way, (route) => route.abort());
    const declarant = await atAgency();
    await declarant.chooseHandIn(/^Tại nơi tiếp nhận/);
    await declarant.pick('Đăng ký giao dịch tại', /^Cổng thông tin điện tử/);
    await declarant.next();
    await declarant.atStep(/^Bước 5\//);
    await declarant.commit();
    await declarant.record();
    const reference = await declarant.reference();
    await declarant.form.getByText(/^Nộp bản đã ký và giấy tờ tùy thân cho BHXH Tp\. Hà Nội/).waitFor();
    expect((await demo.kept(reference)).declaration).toMatchObject({ handIn: 'at-agency', transactAt: { kind: 'portal' } });

    await visitor.press(declarant.form.getByRole('button', { name: 'Tải tờ khai (PDF)' }), 'Enter');
    await declarant.form.getByText(/^Chưa tạo được tệp PDF\. Hãy kiểm tra kết nối mạng rồi thử lại; tờ khai vẫn đã được ghi nhận\.$/).waitFor();
    for (const missing of [gateway, writer]) {
      await context.unroute(missing);
      const { name, path } = await declarant.savePdf();
      expect(name).toBe(`${reference}.pdf`);
      const text = await pdfText(path);
      for (const printed of [reference, 'Tên Tổ chức I-VAN: (trong trường hợp giao dịch qua tổ chức I-VAN)']) expect(text, missing).toContain(printed);
    }
  });
});
