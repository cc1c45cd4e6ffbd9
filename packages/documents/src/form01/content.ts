import type { RulePackId } from '@bhxh-kit/domain';
import type { Block, Run } from '../layout/flow.js';
import { BLANK_DAY, dayInWords, glued } from './dates.js';
import type { Form01, Form01Field } from './form01.js';

const LAW: Record<RulePackId, string> = {
  '2021': 'Nghị định số 166/2016/NĐ-CP ngày 24 tháng 12 năm 2016',
  '2023': 'Nghị định số 166/2016/NĐ-CP ngày 24 tháng 12 năm 2016',
  '2025': 'Nghị định số 164/2025/NĐ-CP',
};

const FIELD = 'lĩnh vực bảo hiểm xã hội';

const plain = (text: string): Run => ({ text, face: 'regular' });
const bold = (text: string): Run => ({ text, face: 'bold' });
const italic = (text: string): Run => ({ text, face: 'italic' });
const paragraph = (...runs: Run[]): Block => ({ kind: 'P', runs });
const heading = (text: string): Block => ({ kind: 'H2', runs: [bold(text)] });

/** A label and its answer; without an answer dots run to the right margin, as on the paper. */
function field(label: string, answer: string | undefined, of?: Form01Field): Block {
  if (!answer) return { kind: 'P', runs: [plain(`${label}: `)], leader: true };
  return { ...paragraph(plain(`${label}: `), bold(answer.replace(/\s+/g, ' ').trim())), ...(of && { of }) };
}

/** The lines by which the declarant is known. The form has one for the paper of a person: an organisation's tax number stands in its place. */
function declarant(form: Form01): Block[] {
  if (form.subject !== 'child') {
    return [
      field('Tên cơ quan/tổ chức/cá nhân', form.fullName, 'fullName'),
      field('Mã số bảo hiểm xã hội', form.bhxhNumber),
      form.subject === 'organisation' ? field('Mã số thuế', form.taxNumber) : field('Số CMND/HC/CC', form.identityNumber, 'identityNumber'),
    ];
  }
  return [
    field('Họ và tên', form.fullName, 'fullName'),
    field('Mã số bảo hiểm xã hội', form.bhxhNumber),
    field('Mã số bảo hiểm xã hội người giám hộ', form.guardian?.bhxhNumber),
    field('Số CMND/HC/CC của người giám hộ', form.guardian?.identityNumber, 'guardianIdentityNumber'),
  ];
}

function certificate(block: Form01['certificate'], first: string, mark: string): Block[] {
  const from = block ? dayInWords(block.validFrom) : BLANK_DAY;
  const to = block ? dayInWords(block.validTo) : BLANK_DAY;
  return [
    field(`${first}Số chứng thư số của cơ quan, tổ chức, cá nhân`, block?.serial, 'certificateSerial'),
    field('Tên tổ chức chứng thực chữ ký số', block?.issuer, 'certificateIssuer'),
    paragraph(plain(`Thời hạn sử dụng chứng thư số: ${glued(`Từ ${from}`)} ${glued(`đến ${to}${mark}`)}`)),
  ];
}

function registration(form: Form01): Block[] {
  const registering = form.purpose === 'register';
  const ivan = registering && form.transactAt?.kind === 'ivan' ? form.transactAt.name : undefined;
  return [
    heading('1. Đăng ký sử dụng:'),
    paragraph(
      plain(
        `- Đăng ký sử dụng phương thức giao dịch điện tử trong lĩnh vực Bảo hiểm xã hội ${glued(`từ ${registering && form.startDate ? dayInWords(form.startDate) : BLANK_DAY}`)}`,
      ),
    ),
    paragraph(plain('- Đăng ký giao dịch tại:')),
    {
      ...paragraph(plain('Cổng thông tin điện tử của Bảo hiểm xã hội Việt Nam')),
      box: registering && form.transactAt?.kind === 'portal' ? 'ticked' : 'empty',
    },
    { ...paragraph(plain('Tổ chức I-VAN')), box: ivan ? 'ticked' : 'empty' },
    ivan
      ? field('Tên Tổ chức I-VAN', ivan, 'ivanName')
      : { ...paragraph(plain('Tên Tổ chức I-VAN: '), italic('(trong trường hợp giao dịch qua tổ chức I-VAN) ')), leader: true },
  ];
}

function adjustment(form: Form01): Block[] {
  const adjusting = form.purpose === 'adjust';
  return [
    heading('2. Điều chỉnh thông tin:'),
    ...certificate(adjusting ? form.certificate : undefined, '- ', ''),
    field('- Địa chỉ thư điện tử', adjusting ? form.email : undefined, 'email'),
    field('- Số điện thoại di động', changesPhone(form) ? form.mobilePhone : undefined),
    paragraph(italic('(Chỉ ghi những nội dung có thay đổi, bổ sung)')),
  ];
}

/** The number the declaration is answered at is the new one where that is what changes. */
function changesPhone({ purpose, changes }: Form01): boolean {
  return purpose === 'adjust' && changes?.includes('mobilePhone') === true;
}

function stopping(form: Form01): Block[] {
  return [
    heading('3. Ngừng sử dụng phương thức giao dịch:'),
    paragraph(plain(`- Ngừng giao dịch điện tử trong ${FIELD} ${glued(`từ ${form.stopDate ? dayInWords(form.stopDate) : BLANK_DAY}`)}`)),
    field('- Lý do ngừng', form.stopReason, 'stopReason'),
  ];
}

/** The body of Mẫu 01 in reading order, all three purposes on the one form (R2). */
export function contentOf(form: Form01): Block[] {
  // What changes is said once, in section 2.
  const adjusting = form.purpose === 'adjust';
  return [
    ...declarant(form),
    field('Địa chỉ liên hệ', form.addressText, 'street'),
    ...certificate(adjusting ? undefined : form.certificate, '', ' (*)'),
    paragraph(
      plain(
        'Cá nhân tôi không có chứng thư số (không điền nội dung tại mục (*)), đề nghị cơ quan Bảo hiểm xã hội cấp mã xác thực giao dịch điện tử theo địa chỉ thư điện tử hoặc số điện thoại di động dưới đây:',
      ),
    ),
    field('Người liên hệ', form.contactName, 'contactName'),
    field('Địa chỉ thư điện tử', adjusting ? undefined : form.email, 'email'),
    field('Điện thoại di động', changesPhone(form) ? undefined : form.mobilePhone),
    paragraph(
      plain(
        `Theo ${LAW[form.rulePack]} của Chính phủ, cơ quan/tổ chức/cá nhân tôi có đủ các điều kiện sử dụng phương thức giao dịch điện tử. Cơ quan/tổ chức/cá nhân tôi đăng ký, điều chỉnh thông tin và ngừng sử dụng phương thức giao dịch điện tử trong ${FIELD} với cơ quan Bảo hiểm xã hội như sau:`,
      ),
    ),
    ...registration(form),
    ...adjustment(form),
    ...stopping(form),
    paragraph(
      plain(
        `Cơ quan/tổ chức/cá nhân tôi cam kết hoàn toàn chịu trách nhiệm trước pháp luật về tính chính xác, trung thực của nội dung nêu trên và thực hiện giao dịch điện tử trong ${FIELD} theo đúng quy định của pháp luật./.`,
      ),
    ),
  ];
}
