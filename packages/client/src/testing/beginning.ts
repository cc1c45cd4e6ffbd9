import { type DeclarationStatus, type DeclarationSubmission, formatReference, paperDueAt, rulePack } from '@bhxh-kit/domain';
import type { GatewayMemory } from './gateway-memory.js';
import { sampleDeclaration } from './sample-declaration.js';

/** A declaration that was handed in before a test begins. */
export interface BeginningDeclaration {
  readonly submission: DeclarationSubmission;
  /** Hours before the test begins. Default 1. */
  readonly hoursAgo?: number;
  /** Default `waiting-for-paper`. */
  readonly status?: Extract<DeclarationStatus, 'waiting-for-paper' | 'in-review'>;
}

/** A small grey JPEG every browser opens: for photographs nobody looks at closely. */
const DOT = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AAP/Z',
  ),
  (sign) => sign.charCodeAt(0),
);

/** Puts a declaration in as if it had been handed in, without checking it; photographs it names and nobody uploaded are a small grey square. */
export function putIn(memory: GatewayMemory, { submission, hoursAgo = 1, status = 'waiting-for-paper' }: BeginningDeclaration): void {
  const receivedAt = new Date(Date.parse(memory.now) - hoursAgo * 3_600_000).toISOString();
  const due = paperDueAt(receivedAt, rulePack(submission.rulePack));
  const year = Number(receivedAt.slice(0, 4));
  const reference = formatReference({ serial: memory.next(), year, province: submission.agencyCode.slice(0, 3) });
  const agency = memory.beginning.agencies.find(({ code }) => code === submission.agencyCode);
  const { rulePack: pack, agencyCode, mobilePhone, email } = submission;
  const history = [
    { status: 'waiting-for-paper', at: receivedAt },
    ...(status === 'in-review' ? [{ status, at: new Date(Date.parse(receivedAt) + 1_800_000).toISOString() }] : []),
  ];
  const progress = {
    reference,
    status,
    rulePack: pack,
    agencyCode,
    agencyName: agency?.name ?? agencyCode,
    receivedAt,
    history,
    now: memory.now,
    ...(due && { paperDueAt: due }),
  };
  memory.declarations.set(reference, { progress, submission, contacts: [mobilePhone, email ?? ''].filter(Boolean) });
  for (const { id, key } of submission.photographs)
    if (!memory.photographs.has(id)) memory.photographs.set(id, { key, size: DOT.length, bytes: DOT, received: DOT.length });
}

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Minh'];
const GIVEN = ['Mẫu', 'Thử', 'Nghiệm', 'An', 'Bình', 'Hòa', 'Đạt'];
const of = (names: readonly string[], at: number): string => names[at % names.length] ?? '';

/** So many declarations of invented people for a queue, each some hours older than the one before; every third one is in review. */
export function sampleQueue(count: number): readonly BeginningDeclaration[] {
  return Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(4, '0');
    const name = `${of(FAMILY, at)} ${of(MIDDLE, at * 3 + 1)} ${of(GIVEN, at * 5 + 2)}`;
    return {
      hoursAgo: 2 + ((at * 7) % 230),
      status: at % 3 === 2 ? 'in-review' : 'waiting-for-paper',
      submission: {
        ...sampleDeclaration,
        fullName: name,
        contactName: name,
        bhxhNumber: `999999${number}`,
        identityNumber: `07929900${number}`,
        mobilePhone: `0900000${number.slice(1)}`,
        email: `mau${number}@example.vn`,
        agencyCode: at % 5 === 4 ? '001' : at % 5 === 3 ? '00106' : '00101',
        photographs: (['portrait', 'identity-front', 'identity-back'] as const).map((kind) => ({
          kind,
          id: `photograph-${number}-${kind}`,
          key: `key-${number}`,
        })),
      },
    };
  });
}
