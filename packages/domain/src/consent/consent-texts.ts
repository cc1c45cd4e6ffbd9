/** The version of the texts below: the day they were last changed. A record of a consent names it, so a changed text is a new version. */
export const CONSENT_VERSION = '2026-11-21';

/** What somebody agrees to: the commitment of Mẫu 01, a guardian's for their child with the consent to its data, and being compared with the population database. */
export const CONSENTS = ['commitment', 'guardian', 'identity'] as const;
export type ConsentId = (typeof CONSENTS)[number];

const COMMITMENT = {
  vi: 'Tôi cam kết hoàn toàn chịu trách nhiệm trước pháp luật về tính chính xác, trung thực của nội dung nêu trên và thực hiện giao dịch điện tử trong lĩnh vực bảo hiểm xã hội theo đúng quy định của pháp luật.',
  en: 'I take full responsibility before the law for the accuracy and honesty of the above, and will carry out electronic transactions in social insurance as the law provides.',
};

/**
 * Every text by its id, as it stands beside its tick (Luật 91/2025/QH15, NĐ 356/2025: the record keeps text, time and channel; of a child the guardian's consent, from the age of
 * seven the child's too). `{by}` is the database's name.
 */
export const CONSENT_TEXTS: Readonly<Record<ConsentId, { readonly vi: string; readonly en: string }>> = {
  commitment: COMMITMENT,
  guardian: {
    vi: `${COMMITMENT.vi} Tôi là cha, mẹ hoặc người giám hộ của trẻ và đồng ý để cơ quan BHXH xử lý thông tin, ảnh và giấy khai sinh của trẻ cho tờ khai này; trẻ từ đủ 7 tuổi đã được giải thích và đồng ý.`,
    en: `${COMMITMENT.en} I am the child’s parent or guardian and agree that the social security office processes the child’s data, photograph and birth certificate for this declaration; a child of seven or older was told and agrees.`,
  },
  identity: {
    vi: 'Nếu bạn đồng ý, họ tên, số giấy tờ đã điền và ngày sinh được gửi tới {by} để đối chiếu. Khớp thì không cần ảnh. Nếu không muốn, hãy chụp ảnh ở bên dưới.',
    en: 'If you agree, the name and number you gave and your date of birth are sent to {by} to be compared. If they match, no photographs are needed. If you would rather not, take the photographs below.',
  },
};

/** Who gives a consent: the person, the child's guardian (R16), or the organisation's legal representative (R1). */
export const consentGiver = (subject: string): 'self' | 'guardian' | 'representative' =>
  subject === 'child' ? 'guardian' : subject === 'organisation' ? 'representative' : 'self';
