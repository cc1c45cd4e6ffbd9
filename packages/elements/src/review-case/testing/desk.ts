import { type BhxhClient, createClient } from '@bhxh-kit/client';
import { type BeginningDeclaration, createTestGateway, officers, sampleDeclaration, type TestGateway, type TestOfficer } from '@bhxh-kit/client/testing';

const PHOTOGRAPHS = (['portrait', 'identity-front', 'identity-back'] as const).map((kind) => ({ kind, id: `photograph-${kind}`, key: `key-${kind}` }));

/** A declaration of an invented person with three photographs, whose paper is in. */
export const inReview: BeginningDeclaration = {
  status: 'in-review',
  hoursAgo: 30,
  submission: { ...sampleDeclaration, bhxhNumber: '9999999977', photographs: PHOTOGRAPHS },
};

/** The same before its paper came. */
export const waiting: BeginningDeclaration = { ...inReview, status: 'waiting-for-paper' };

/** Another declaration of the same phone, at an agency above. */
export const alike: BeginningDeclaration = {
  hoursAgo: 50,
  submission: {
    ...sampleDeclaration,
    fullName: 'Nguyễn Văn An',
    bhxhNumber: '9999999902',
    identityNumber: '079299000002',
    email: 'khac@example.vn',
    agencyCode: '001',
    photographs: [],
  },
};

/** An office in memory: its gateway, its officers' clients, and the ids of its cases. */
export interface Office {
  readonly gateway: TestGateway;
  /** A client an officer has signed in with. */
  signedIn(officer?: TestOfficer): Promise<BhxhClient>;
  /** The cases as the province's officer sees them, oldest deadline first. */
  ids(): Promise<readonly string[]>;
}

export function office(...declarations: readonly BeginningDeclaration[]): Office {
  const gateway = createTestGateway({ declarations });
  const signedIn = async ({ username, password, oneTimeCode }: TestOfficer = officers.district) => {
    const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
    await client.officers.signIn({ username, password, oneTimeCode });
    return client;
  };
  return { gateway, signedIn, ids: async () => (await (await signedIn(officers.provincial)).reviews.list({})).items.map(({ id }) => id) };
}
