import * as z from 'zod/mini';
import { IsoDate, Instant, PartialDate } from '../dates/schemas.js';
import { AddressScheme, RulePackId } from '../rule-packs/rule-pack.js';
import { ADJUSTED_FACTS, HAND_INS, PHOTOGRAPH_KINDS, STOP_REASON_MAX } from './choices.js';

const text = (max: number) => z.string().check(z.maxLength(max));

/** Mục đích of the one form (R2): register, adjust, stop. */
export const DeclarationPurpose = z.enum(['register', 'adjust', 'stop']);
export type DeclarationPurpose = z.infer<typeof DeclarationPurpose>;

/** Loại đối tượng (R1, R16). */
export const SubjectType = z.enum(['individual', 'child', 'organisation']);
export type SubjectType = z.infer<typeof SubjectType>;

/** Ảnh (R5): portrait 4×6, both sides of the identity paper, and a child's birth certificate. */
export const PhotographKind = z.enum(PHOTOGRAPH_KINDS);
export type PhotographKind = z.infer<typeof PhotographKind>;

/** Hình thức nộp hồ sơ (R7): at the agency, or from home by the public postal service at the person's own cost. */
export const HandIn = z.enum(HAND_INS);
export type HandIn = z.infer<typeof HandIn>;

/** Địa chỉ liên hệ (R4): the codes of one scheme from the top down, and the rest in the person's own words. Only an island district that has no communes goes without one. */
export const ContactAddress = z.strictObject({
  scheme: AddressScheme,
  provinceCode: text(2),
  districtCode: z.optional(text(3)),
  communeCode: z.optional(text(5)),
  /** Số nhà, ngõ (ngách, hẻm), đường phố, tổ (thôn, xóm, ấp). */
  street: text(200),
});
export type ContactAddress = z.infer<typeof ContactAddress>;

/** Chứng thư số (R3): the whole block or nothing. */
export const DigitalCertificate = z.strictObject({ serial: text(64), issuer: text(200), validFrom: IsoDate, validTo: IsoDate });
export type DigitalCertificate = z.infer<typeof DigitalCertificate>;

/** Người giám hộ (R16). */
export const Guardian = z.strictObject({ bhxhNumber: z.optional(text(15)), identityNumber: text(20) });
export type Guardian = z.infer<typeof Guardian>;

/** Đăng ký giao dịch tại (R8): the portal of Vietnam Social Security, or an I-VAN organisation by name. */
export const TransactAt = z.union([z.strictObject({ kind: z.enum(['portal']) }), z.strictObject({ kind: z.enum(['ivan']), name: text(200) })]);
export type TransactAt = z.infer<typeof TransactAt>;

/** Nội dung thay đổi, bổ sung (R2): the certificate as a whole, the e-mail address, the mobile phone. */
export const AdjustedFact = z.enum(ADJUSTED_FACTS);
export type AdjustedFact = z.infer<typeof AdjustedFact>;

/** A photograph that was uploaded before, by the id and the key the upload answered. The key proves that the declarant is the one who uploaded it. */
export const PhotographReference = z.strictObject({ kind: PhotographKind, id: text(40), key: text(64) });
export type PhotographReference = z.infer<typeof PhotographReference>;

/**
 * Tờ khai Mẫu 01 as it travels, one shape for all purposes and subjects. The schema bounds sizes and shapes only; what is right, and which optional parts
 * a purpose takes, is said by `checkDeclaration`, which form and gateway share.
 *
 * Registering takes `address`, `email`, `certificate`, `startDate`, `transactAt` and `photographs`; adjusting takes `changes` and the new `certificate` and
 * `email` it names; stopping takes `stopDate` and `stopReason`.
 */
export const DeclarationSubmission = z.strictObject({
  /** The rule pack the form was filled under. */
  rulePack: RulePackId,
  purpose: DeclarationPurpose,
  subject: SubjectType,
  /** Họ và tên / Tên cơ quan, tổ chức. */
  fullName: text(200),
  /** Mã số BHXH; of an organisation its mã đơn vị, as Mẫu 01 has one line for both. */
  bhxhNumber: text(15),
  /** Số CMND/HC/CC of an individual. A child has none, an organisation is known by its tax number. */
  identityNumber: z.optional(text(20)),
  /** Mã số thuế of an organisation (R1). */
  taxNumber: z.optional(text(20)),
  /** Asked for a child, to know whether the pack counts it as one. */
  birthDate: z.optional(PartialDate),
  guardian: z.optional(Guardian),
  address: z.optional(ContactAddress),
  /** Người liên hệ; of an organisation its legal representative (R1). */
  contactName: text(120),
  /** When adjusting: the new one, where `changes` names it. */
  email: z.optional(text(254)),
  /** Where this declaration is answered, whatever its purpose; when adjusting also the new registered number, where `changes` names it. */
  mobilePhone: text(20),
  /** When adjusting: the new one, where `changes` names it. */
  certificate: z.optional(DigitalCertificate),
  /** When registering: the day from which e-transactions are used. */
  startDate: z.optional(IsoDate),
  transactAt: z.optional(TransactAt),
  /** When adjusting: what changes, each once. */
  changes: z.optional(z.array(AdjustedFact).check(z.maxLength(ADJUSTED_FACTS.length))),
  /** When stopping: Ngừng giao dịch điện tử từ ngày. */
  stopDate: z.optional(IsoDate),
  /** When stopping: Lý do ngừng, in the person's own words. */
  stopReason: z.optional(text(STOP_REASON_MAX)),
  agencyCode: text(5),
  handIn: HandIn,
  /** Cam kết: must be ticked. Of a child it is its guardian's, with the consent to its data (`CONSENT_TEXTS`, R16). */
  commitment: z.boolean(),
  /** Version of the texts that stood beside the ticks, `CONSENT_VERSION`; absent where they were words of the page's or the program's own. */
  consentVersion: z.optional(text(20)),
  photographs: z.array(PhotographReference).check(z.maxLength(4)),
  /** What `codes.confirm` gave for the e-mail address, under a pack that has it confirmed (R14). */
  emailConfirmation: z.optional(text(64)),
  /**
   * What `identities.verify` gave for this name, number and birth date, and the person confirmed: no photographs are owed (R15). What `vneid.finish` gave for them: no
   * paper and no e-mail address either (A10).
   */
  identityVerification: z.optional(text(1000)),
  /** What `corrections.open` gave with a rejected declaration: this one stands in its place, and nothing else is taken for it any more (O4). */
  correctionKey: z.optional(text(400)),
  /** The language of notices. */
  locale: z.enum(['vi', 'en']),
});
export type DeclarationSubmission = z.infer<typeof DeclarationSubmission>;

/** Trạng thái of a declaration at the agency. */
export const DeclarationStatus = z.enum(['waiting-for-paper', 'in-review', 'approved', 'rejected', 'cancelled']);
export type DeclarationStatus = z.infer<typeof DeclarationStatus>;

/** When and by what the declarant's identity was verified (R15); `vneid`: by signing in with VNeID, level 2 (A10). */
export const IdentityVerified = z.looseObject({ at: Instant, by: z.string(), vneid: z.optional(z.boolean()) });
export type IdentityVerified = z.infer<typeof IdentityVerified>;

/** In answers an enum stays open: a value newer than this list arrives as a plain string instead of breaking the call. */
const open = <Values extends string>(known: z.ZodMiniType<Values>): z.ZodMiniType<Values | (string & {})> => z.union([known, z.string()]);

/** What the person gets after "Ghi nhận" (R10, R13). */
export const DeclarationReceipt = z.looseObject({
  /** Số tờ khai, `00055.GD_2021_084`. */
  reference: z.string(),
  status: open(DeclarationStatus),
  rulePack: open(RulePackId),
  agencyCode: z.string(),
  agencyName: z.string(),
  receivedAt: Instant,
  /** The moment the declaration is cancelled unless the signed paper has arrived; absent where no paper is needed. */
  paperDueAt: z.optional(Instant),
  /** Mã đối chiếu: what Mẫu 01 says, signed, as the digits of its QR code. Absent where the gateway seals nothing. */
  seal: z.optional(z.string()),
  /** Absent where photographs stand for it (R15). */
  identityVerified: z.optional(IdentityVerified),
});
export type DeclarationReceipt = z.infer<typeof DeclarationReceipt>;
