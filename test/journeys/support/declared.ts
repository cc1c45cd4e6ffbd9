import { createClient } from '@bhxh-kit/client';
import { sampleDeclaration } from '@bhxh-kit/client/testing';
import type { PhotographKind } from '@bhxh-kit/domain';
import type { Pictures } from './pictures.js';

/** What an invented person declares under the rules of 2021, when districts had offices; each has numbers of their own. */
export const person = (at: number, fullName: string) => ({
  ...sampleDeclaration,
  fullName,
  contactName: fullName,
  bhxhNumber: `99999997${String(at).padStart(2, '0')}`,
  identityNumber: `0792990007${String(at).padStart(2, '0')}`,
  mobilePhone: `09000007${String(at).padStart(2, '0')}`,
  email: `to-khai-${at}@example.vn`,
  rulePack: '2021' as const,
  address: { scheme: '2021' as const, provinceCode: '01', districtCode: '001', communeCode: '00001', street: '12 Đường Mẫu' },
  agencyCode: '00106',
});

export type Declared = ReturnType<typeof person>;

/** Declares by program, with photographs, for journeys that begin where a declaration lies with its agency. Answers the reference. */
export async function declare(gateway: string, { portrait, front, back }: Pictures, declared: Declared): Promise<string> {
  const { photographs, declarations } = createClient({ baseUrl: gateway });
  const kinds = { portrait, 'identity-front': front, 'identity-back': back } satisfies Partial<Record<PhotographKind, Pictures['portrait']>>;
  const uploaded = [];
  for (const [kind, { buffer }] of Object.entries(kinds))
    uploaded.push(await photographs.upload(new Blob([new Uint8Array(buffer)], { type: 'image/jpeg' }), kind as keyof typeof kinds));
  const startDate = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  return (await declarations.submit({ ...declared, startDate, photographs: uploaded })).reference;
}
