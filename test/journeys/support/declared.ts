import { createClient } from '@bhxh-kit/client';
import { sampleDeclaration } from '@bhxh-kit/client/testing';
import type { DeclarationSubmission, PhotographKind } from '@bhxh-kit/domain';
import type { Picture, Pictures } from './pictures.js';

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

/** A guardian by name and numbers: a declaration proves them by all three. */
interface Guardian {
  readonly fullName: string;
  readonly bhxhNumber: string;
  readonly identityNumber: string;
}

/** What a guardian declares for an invented child. */
export function child(at: number, fullName: string, { fullName: contactName, ...guardian }: Guardian) {
  const { identityNumber: _, ...declared } = person(at, fullName);
  return { ...declared, contactName, subject: 'child' as const, birthDate: '2020-05-01', guardian };
}

/** To whom, and what is photographed. */
interface Declaring {
  readonly demo: { readonly gateway: string };
  readonly pictures: Pictures;
}

/** Declares by program, with photographs, for journeys that begin where a declaration lies with its agency. Answers the reference. */
export async function declare({ demo, pictures }: Declaring, declared: Declared | ReturnType<typeof child>): Promise<string> {
  const { photographs, declarations } = createClient({ baseUrl: demo.gateway });
  const { portrait, front, back, birthCertificate } = pictures;
  const shown: readonly (readonly [PhotographKind, Picture])[] =
    declared.subject === 'child'
      ? [
          ['portrait', portrait],
          ['birth-certificate', birthCertificate],
        ]
      : [
          ['portrait', portrait],
          ['identity-front', front],
          ['identity-back', back],
        ];
  const uploaded: DeclarationSubmission['photographs'][number][] = [];
  for (const [kind, { buffer }] of shown) uploaded.push(await photographs.upload(new Blob([new Uint8Array(buffer)], { type: 'image/jpeg' }), kind));
  const startDate = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  return (await declarations.submit({ ...declared, startDate, photographs: uploaded })).reference;
}
