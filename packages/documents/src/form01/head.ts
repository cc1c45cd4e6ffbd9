import { formatMoment } from '@bhxh-kit/domain/text/format-moment.js';
import type { Block, Face } from '../layout/flow.js';
import { MARGIN, RIGHT, type Sheet } from '../layout/sheet.js';
import { dayInWords, glued, vietnamDay } from './dates.js';
import type { Form01 } from './form01.js';
import { type SealCode, sealRoom, writeSeal } from './seal.js';

export { sealCode } from './seal.js';

const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const MOTTO_SIZE = 13;
/** What the form is for. */
export const SUBJECT = 'Đăng ký sử dụng, điều chỉnh thông tin và ngừng sử dụng phương thức giao dịch điện tử trong lĩnh vực bảo hiểm xã hội';

const CENTIMETRE = 72 / 2.54;
const PHOTO = { x: MARGIN.left, y: MARGIN.top, width: 4 * CENTIMETRE, height: 6 * CENTIMETRE };
const BESIDE = { left: PHOTO.x + PHOTO.width + 14, right: RIGHT };
/** Room for a signature and a name by hand, in points. */
const SIGNING = 64;
const SIGNATURE_LEFT = RIGHT - 275;

const centred = (face: Face, text: string, kind: Block['kind'] = 'P'): Block => ({ kind, runs: [{ text, face }], align: 'center' });

/** The national heading and the title of the form (NĐ 30/2020/NĐ-CP), beside the photograph; the sheet goes on below both. */
export function writeHead(sheet: Sheet, form: Form01): void {
  sheet.write(centred('bold', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), { ...BESIDE, size: 12, gap: 0 });
  sheet.write(centred('bold', MOTTO), { ...BESIDE, size: MOTTO_SIZE, gap: 0 });
  sheet.ruleUnder(MOTTO, BESIDE, MOTTO_SIZE);
  sheet.y += 8;
  sheet.write(centred('italic', `.................., ${dayInWords(vietnamDay(form.receivedAt))}`), { ...BESIDE, size: 13 });
  sheet.write({ ...centred('bold', 'Mẫu số 01'), align: 'right' }, { ...BESIDE, size: 12, gap: 2 });
  sheet.write(centred('bold', 'TỜ KHAI', 'H1'), { ...BESIDE, size: 14 });
  sheet.write(centred('bold', SUBJECT), { ...BESIDE, size: 12, gap: 3 });
  sheet.write(centred('italic', 'Kính gửi: Bảo hiểm xã hội Việt Nam.'), { ...BESIDE, size: 12, gap: 0 });
  // The paper has no line for these two; they bring a printed form to its desk and its declaration.
  sheet.write({ ...centred('regular', `(${form.agencyName})`), of: 'agency' }, { ...BESIDE, size: 10.5, gap: 0 });
  sheet.write(centred('regular', glued(`Số tờ khai: ${form.reference}`)), { ...BESIDE, size: 10.5 });
  const below = Math.max(sheet.y, PHOTO.y + PHOTO.height) + 6;
  writePortrait(sheet, form);
  sheet.y = below;
}

function writePortrait(sheet: Sheet, { portrait, identityVerified }: Form01): void {
  const { x, y, width, height } = PHOTO;
  // pdfkit takes a picture as an ArrayBuffer in browser and Node alike.
  if (portrait) sheet.picture(new Uint8Array(portrait).buffer, 'Ảnh cá nhân', x, y, width, height);
  else if (identityVerified) {
    const { by, at } = identityVerified;
    sheet.y = y + height / 4;
    sheet.write(centred('regular', `Đã xác thực với ${by} lúc ${glued(formatMoment(at))}`), { left: x + 4, right: x + width - 4, size: 11 });
  } else {
    sheet.y = y + height / 2 - 8;
    sheet.write(centred('italic', 'Ảnh cá nhân (4×6)'), { left: x, right: x + width, size: 11 });
  }
  sheet.frame(x, y, width, height);
}

/** Where the form is signed, beside its seal; its heading never stands alone at a foot. */
export function writeSignature(sheet: Sheet, { reference }: Form01, seal: SealCode | undefined): void {
  sheet.reserve(seal ? sealRoom(seal) : SIGNING);
  const { y } = sheet;
  sheet.y += 4;
  sheet.write(centred('bold', 'CHỮ KÝ SỐ CỦA CƠ QUAN, TỔ CHỨC, CÁ NHÂN'), { left: SIGNATURE_LEFT, size: 11 });
  if (seal) writeSeal(sheet, seal, reference, { y, right: SIGNATURE_LEFT - 12 });
}
