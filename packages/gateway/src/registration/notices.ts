import type { DeclarationReceipt, DeclarationSubmission } from '@bhxh-kit/domain';
import { formatMoment } from '@bhxh-kit/domain/text/format-moment.js';
import type { Message } from '../outbox/outbox.js';

type Locale = DeclarationSubmission['locale'];
type Words = { readonly subject: string; readonly body: string };

/** When and what: never a name or a number of the person, because an SMS is read over shoulders and kept by others. */
const WORDS = {
  received: {
    vi: ({ reference, agencyName, due }: Facts): Words => ({
      subject: `Đã ghi nhận tờ khai ${reference}`,
      body: due
        ? `Tờ khai ${reference} đã được ghi nhận tại ${agencyName}. Hãy nộp tờ khai đã ký trước ${due}; quá hạn tờ khai bị hủy và dữ liệu bị xóa.`
        : `Tờ khai ${reference} đã được ghi nhận tại ${agencyName}. Bạn không phải nộp bản giấy.`,
    }),
    en: ({ reference, agencyName, due }: Facts): Words => ({
      subject: `Declaration ${reference} received`,
      body: due
        ? `Declaration ${reference} was received for ${agencyName}. Hand in the signed form before ${due}; after that it is cancelled and its data deleted.`
        : `Declaration ${reference} was received for ${agencyName}. No paper is needed.`,
    }),
  },
  /** The notice of receipt, sent again once the paper is in: there is no deadline any more. */
  'paper-in': {
    vi: ({ reference, agencyName }: Facts): Words => ({
      subject: `Đã ghi nhận tờ khai ${reference}`,
      body: `Tờ khai ${reference} đã được ghi nhận tại ${agencyName}. Cơ quan đã nhận bản giấy và đang xem xét; bạn không phải nộp gì thêm.`,
    }),
    en: ({ reference, agencyName }: Facts): Words => ({
      subject: `Declaration ${reference} received`,
      body: `Declaration ${reference} was received for ${agencyName}. The office has the signed paper and is looking at it; there is nothing more to hand in.`,
    }),
  },
  reminder: {
    vi: ({ reference, agencyName, due }: Facts): Words => ({
      subject: `Nhắc nộp bản giấy của tờ khai ${reference}`,
      body: `${agencyName} chưa nhận được bản giấy đã ký của tờ khai ${reference}. Hãy nộp trước ${due ?? ''}; quá hạn tờ khai bị hủy và dữ liệu bị xóa. Nếu vừa nộp, hãy bỏ qua tin này.`,
    }),
    en: ({ reference, agencyName, due }: Facts): Words => ({
      subject: `Reminder: signed paper of declaration ${reference}`,
      body: `${agencyName} has not received the signed form of declaration ${reference}. Hand it in before ${due ?? ''}; after that it is cancelled and its data deleted. If you have just handed it in, ignore this.`,
    }),
  },
  cancelled: {
    vi: ({ reference, agencyName }: Facts): Words => ({
      subject: `Tờ khai ${reference} đã bị hủy`,
      body: `Tờ khai ${reference} đã bị hủy vì ${agencyName} chưa nhận được bản giấy đã ký trong thời hạn. Dữ liệu bạn khai đã được xóa. Nếu vẫn cần, hãy khai lại từ đầu.`,
    }),
    en: ({ reference, agencyName }: Facts): Words => ({
      subject: `Declaration ${reference} was cancelled`,
      body: `Declaration ${reference} was cancelled because ${agencyName} did not receive the signed paper in time. What you declared has been deleted. If you still need it, declare again from the beginning.`,
    }),
  },
} as const;

interface Facts {
  readonly reference: string;
  readonly agencyName: string;
  /** In words, in the time zone of Vietnam. */
  readonly due: string | undefined;
}

export type Notice = keyof typeof WORDS;

/** Who is told, and in which language. */
export interface Recipient {
  readonly mobilePhone: string;
  readonly email?: string | undefined;
  readonly locale: Locale;
}

/** The notice by SMS and, where an address was given, by e-mail (R12, R13). */
export function messagesOf(notice: Notice, receipt: Pick<DeclarationReceipt, 'reference' | 'agencyName' | 'paperDueAt'>, to: Recipient): Omit<Message, 'id'>[] {
  const due = receipt.paperDueAt === undefined ? undefined : momentInWords(receipt.paperDueAt, to.locale);
  const { subject, body } = WORDS[notice][to.locale]({ reference: receipt.reference, agencyName: receipt.agencyName, due });
  return [{ channel: 'sms', to: to.mobilePhone, body }, ...(to.email ? [{ channel: 'email' as const, to: to.email, subject, body }] : [])];
}

/** `15:30 ngày 01/12/2026`, in the time zone of Vietnam whatever the machine's. */
export function momentInWords(instant: string, locale: Locale): string {
  return `${formatMoment(instant, locale)}${locale === 'en' ? ' (Vietnam time)' : ''}`;
}
