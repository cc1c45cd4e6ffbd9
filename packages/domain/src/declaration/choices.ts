/** Ảnh (R5): portrait 4×6, both sides of the identity paper, and a child's birth certificate. */
export const PHOTOGRAPH_KINDS = ['portrait', 'identity-front', 'identity-back', 'birth-certificate'] as const;

/** Hình thức nộp hồ sơ (R7): at the agency, or from home by the public postal service at the person's own cost. */
export const HAND_INS = ['at-agency', 'by-post'] as const;

/** What an adjustment can change (R2): section 2 of Mẫu 01 has these lines and no others. */
export const ADJUSTED_FACTS = ['certificate', 'email', 'mobilePhone'] as const;

/** Lý do ngừng (R2): the longest reason taken, in characters. */
export const STOP_REASON_MAX = 500;
