import { describe, expect, it } from 'vitest';
import { Declarant, NGUYEN_VAN_A } from './support/declarant.js';
import { journey } from './support/journey.js';
import { pdfText } from './support/pdf.js';

const CON_DAO = [
  ['Tỉnh, thành phố', 'ba ria', 'Tỉnh Bà Rịa - Vũng Tàu'],
  ['Quận, huyện, thị xã', 'con dao', 'Huyện Côn Đảo'],
] as const;

describe('an island district, which has no communes', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  it('R4 · who lives on Côn Đảo declares by keyboard: the commune is not asked, and review, gateway and Mẫu 01 name the district', async () => {
    const { demo } = shared;
    const declarant = new Declarant(shared);
    const { form } = declarant;
    await declarant.open(demo.pages.province);
    await declarant.chooseSubject('Cá nhân');
    await declarant.writePerson({ ...NGUYEN_VAN_A, places: CON_DAO });
    await form.getByText('Huyện này không chia xã.', { exact: true }).waitFor();
    await declarant.toReview();
    await form.getByRole('definition').filter({ hasText: 'Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu' }).waitFor();
    await declarant.commit();
    await declarant.record();
    const reference = await declarant.reference();
    const address = { scheme: '2021', provinceCode: '77', districtCode: '755', street: NGUYEN_VAN_A.street };
    expect((await demo.kept(reference)).declaration?.address).toEqual(address);
    expect(await pdfText((await declarant.savePdf()).path)).toContain('Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu');
  });
});
