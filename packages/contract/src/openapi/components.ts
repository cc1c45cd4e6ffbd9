import {
  Agency,
  BenefitPayment,
  ContactAddress,
  DeclarationReceipt,
  DeclarationSubmission,
  DigitalCertificate,
  Guardian,
  HealthCard,
  MedicalVisit,
  ParticipationPeriod,
  PhotographReference,
  Profile,
  TransactAt,
  Unit,
  VisitLine,
} from '@bhxh-kit/domain';
import type * as z from 'zod/mini';
import { Access } from '../accesses/accesses.js';
import { Challenge } from '../challenges/challenges.js';
import { SentCode } from '../codes/codes.js';
import { ContactChange, ContactCode } from '../contacts/contacts.js';
import { Correction } from '../corrections/corrections.js';
import { DeclarationKey, DeclarationProgress } from '../declarations/declarations.js';
import { FieldError, Problem } from '../errors/problem.js';
import { LinkedChild } from '../guardians/guardians.js';
import { IdentityResult } from '../identities/identities.js';
import { ResentNotice } from '../notices/notices.js';
import { OfficerProfile } from '../officers/officers.js';
import { Passkey, PasskeyCeremony } from '../passkeys/ceremonies.js';
import { MyPasskeys, SignInCeremony } from '../passkeys/passkeys.js';
import { PasswordAge } from '../passwords/passwords.js';
import { PhotographUpload, PhotographUploadBegun } from '../photographs/photographs.js';
import { DeclaredFacts, ReviewCase, ReviewDuplicate, ReviewOutcome, ReviewRow, ReviewStep } from '../reviews/review-case.js';
import { ReviewListOutcome, WaitingReviewList } from '../reviews/review-lists.js';
import { ReviewQuery } from '../reviews/reviews.js';
import { SealKey, SealKeySet } from '../seals/seals.js';
import { SentAccountCode, SignedInDevices } from '../session/devices.js';
import { SessionState, SessionTokens, SignInAnswer, SignInStep } from '../session/session.js';

/** The schemas that get a name of their own in the document, with what they are. */
export const COMPONENTS: Readonly<Record<string, { readonly schema: z.ZodMiniType; readonly description: string }>> = {
  Access: { schema: Access, description: 'One look or act upon a person’s data, told by agency and role.' },
  Agency: {
    schema: Agency,
    description: 'Cơ quan BHXH: `0` + province code for a provincial office, five digits below it. The parent is data, not the prefix.',
  },
  BenefitPayment: { schema: BenefitPayment, description: 'Một dòng của thông tin hưởng: a payment, or a benefit paid by the month.' },
  Challenge: { schema: Challenge, description: 'Mã kiểm tra: what keeps machines out, without asking for eyes.' },
  ContactAddress: { schema: ContactAddress, description: 'Địa chỉ liên hệ: unit codes of one scheme from the top down, and the rest in words.' },
  ContactChange: { schema: ContactChange, description: 'A change of the registered contact that waits for its two codes.' },
  ContactCode: { schema: ContactCode, description: 'A code on its way, with where it went, masked.' },
  Correction: { schema: Correction, description: 'A rejected declaration given back to its owner, to be corrected.' },
  DeclaredFacts: { schema: DeclaredFacts, description: 'What a person declared, as it is kept.' },
  DeclarationKey: { schema: DeclarationKey, description: 'What opens a declaration to its owner: its reference and its phone number or e-mail address.' },
  DeclarationProgress: { schema: DeclarationProgress, description: 'Tình trạng tờ khai: where a declaration stands.' },
  DeclarationReceipt: { schema: DeclarationReceipt, description: 'What the person gets after "Ghi nhận".' },
  DeclarationSubmission: { schema: DeclarationSubmission, description: 'Tờ khai Mẫu 01 as it travels.' },
  DigitalCertificate: { schema: DigitalCertificate, description: 'Chứng thư số: the whole block or nothing.' },
  FieldError: { schema: FieldError, description: "One field's fault. The value itself is never repeated." },
  Guardian: { schema: Guardian, description: 'Người giám hộ of a child.' },
  HealthCard: { schema: HealthCard, description: 'Thẻ BHYT with its interval of validity.' },
  IdentityResult: { schema: IdentityResult, description: 'What the population database said of name, number and birth date.' },
  MedicalVisit: { schema: MedicalVisit, description: 'Một lần khám chữa bệnh BHYT: when, where, what for, what it cost and who paid.' },
  OfficerProfile: { schema: OfficerProfile, description: 'Cán bộ BHXH: an officer and the agency they act for.' },
  LinkedChild: { schema: LinkedChild, description: 'A child a guardian may see the data of.' },
  ParticipationPeriod: { schema: ParticipationPeriod, description: 'One row of the participation history; months are inclusive.' },
  MyPasskeys: { schema: MyPasskeys, description: 'The passkeys of a person, and whether the page that asks can use them.' },
  Passkey: { schema: Passkey, description: 'Khóa truy cập of a person or an officer.' },
  PasskeyCeremony: { schema: PasskeyCeremony, description: 'What an authenticator is to do (WebAuthn).' },
  PasswordAge: { schema: PasswordAge, description: 'Since when a password is one, and by when it is to be changed.' },
  PhotographReference: { schema: PhotographReference, description: 'A photograph uploaded before, by the id and key of its upload.' },
  PhotographUpload: { schema: PhotographUpload, description: 'How much of a photograph has arrived.' },
  PhotographUploadBegun: { schema: PhotographUploadBegun, description: 'A begun upload with its secret key.' },
  Problem: { schema: Problem, description: 'Problem details (RFC 9457).' },
  Profile: { schema: Profile, description: 'Quản lý cá nhân: who the signed-in person is.' },
  ResentNotice: { schema: ResentNotice, description: 'A notice on its way once more, with where it went, masked.' },
  ReviewCase: { schema: ReviewCase, description: 'A declaration as the officer has it on the desk.' },
  ReviewDuplicate: { schema: ReviewDuplicate, description: 'Another declaration with a number or contact of this one.' },
  ReviewListOutcome: { schema: ReviewListOutcome, description: 'A list approved in one act, row by row.' },
  ReviewOutcome: { schema: ReviewOutcome, description: 'The case after an act.' },
  ReviewQuery: { schema: ReviewQuery, description: 'What the queue is narrowed to.' },
  ReviewRow: { schema: ReviewRow, description: 'One row of the queue.' },
  ReviewStep: { schema: ReviewStep, description: 'Something that happened to a case.' },
  VisitLine: { schema: VisitLine, description: 'One service, medicine or supply of a visit.' },
  WaitingReviewList: { schema: WaitingReviewList, description: 'A list that waits for its second person.' },
  SealKey: { schema: SealKey, description: 'A public key the seal on Mẫu 01 is verified with (JWK, ES256).' },
  SealKeySet: { schema: SealKeySet, description: 'The keys of the installation; the last one seals.' },
  SentAccountCode: { schema: SentAccountCode, description: 'A one-time code on its way to the registered contact of an account.' },
  SentCode: { schema: SentCode, description: 'A one-time code on its way to an e-mail address.' },
  SessionState: { schema: SessionState, description: 'Since when and until when a session is.' },
  SessionTokens: { schema: SessionTokens, description: 'Tokens of a session.' },
  SignInAnswer: { schema: SignInAnswer, description: 'What signing in gives: the tokens, or the next step.' },
  SignInCeremony: { schema: SignInCeremony, description: 'What a device is asked to sign a person in with, where this page can use passkeys.' },
  SignInStep: { schema: SignInStep, description: 'What a right password gives where it does not sign in yet: a ticket for the next step.' },
  SignedInDevices: { schema: SignedInDevices, description: 'Where a person is signed in.' },
  TransactAt: { schema: TransactAt, description: 'Đăng ký giao dịch tại: the portal, or an I-VAN organisation by name.' },
  Unit: { schema: Unit, description: 'Đơn vị hành chính: a code means something only together with its scheme.' },
};
