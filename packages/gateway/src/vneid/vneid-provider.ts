import type { Sex } from '@bhxh-kit/domain';

/** Who signed in with VNeID, as the provider says. Dates are ISO, a year or a month where no more is known. */
export interface VneidIdentity {
  readonly fullName: string;
  readonly personalId: string;
  readonly birthDate: string;
  readonly sex?: Sex | undefined;
  /** Mức độ định danh: of level 1 nobody has looked at the person. */
  readonly level: 1 | 2;
}

/** What a provider can say of a code. `refused`: the code is none of its own, over or used. `unavailable`: nothing, for whatever reason. */
export type VneidAnswer =
  | { readonly outcome: 'person'; readonly person: VneidIdentity }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'unavailable' };

/** One way to VNeID (A10): a code flow with PKCE. Nothing else is taken for granted: no id_token, no nonce that comes back, no answer in the shape of OpenID Connect. */
export interface VneidProvider {
  /** As people are told it: on the form, on Mẫu 01 and to the officer. */
  readonly name: string;
  /** Where the browser goes. Absolute, or relative to the gateway. */
  addressFor(trip: { readonly state: string; readonly codeChallenge: string; readonly returnTo: string }): string;
  /** Asks who the code is of. Never rejects. */
  personOf(code: { readonly code: string; readonly codeVerifier: string; readonly returnTo: string }): Promise<VneidAnswer>;
}
