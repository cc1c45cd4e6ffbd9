/**
 * Every error code of the contract with its HTTP status. Codes are stable: programs branch on them, words for people are in `words.ts`.
 * "Unknown" and "wrong" share one code wherever telling them apart would say who has an account or a declaration.
 */
export const ERROR_STATUS = {
  'request.malformed': 400,
  'request.too-large': 413,
  'request.key-missing': 400,
  'request.key-reused': 422,
  'request.still-running': 409,
  'rate.limited': 429,
  'server.failed': 500,
  'server.unavailable': 503,
  'route.unknown': 404,
  'integrator.refused': 403,
  'session.missing': 401,
  'session.expired': 401,
  'session.refused': 401,
  'session.locked': 429,
  'session.not-allowed': 403,
  'session.taken-over': 401,
  'session.other-origin': 403,
  'session.ticket-over': 409,
  'session.passkey-refused': 401,
  'officer.refused': 401,
  'officer.password-given': 403,
  'officer.password-refused': 422,
  'passkey.not-offered': 404,
  'passkey.not-found': 404,
  'passkey.refused': 422,
  'guardian.not-found': 404,
  'guardian.child-grown-up': 403,
  'guardian.own-only': 403,
  'contact.invalid': 422,
  'contact.taken': 409,
  'declaration.invalid': 422,
  'declaration.not-found': 404,
  'declaration.closed': 409,
  'review.not-found': 404,
  'review.changed': 409,
  'review.not-allowed': 409,
  'review.rejection-invalid': 422,
  'review.account-exists': 409,
  'review.account-missing': 409,
  'review.email-taken': 409,
  'review.undo-over': 409,
  'review.undo-not-yours': 409,
  'review.undo-impossible': 409,
  'review.list-twice': 422,
  'review.list-not-found': 404,
  'review.second-person': 409,
  'activation.refused': 401,
  'password.refused': 422,
  'password.wrong': 422,
  'session.first-password': 403,
  'correction.refused': 401,
  'rule-pack.superseded': 409,
  'code.invalid': 422,
  'code.too-soon': 429,
  'code.refused': 422,
  'code.no-contact': 409,
  'identity.invalid': 422,
  'identity.not-offered': 404,
  'consent.incomplete': 422,
  'consent.text-changed': 409,
  'vneid.not-offered': 404,
  'vneid.return-refused': 422,
  'vneid.state-refused': 422,
  'vneid.cancelled': 409,
  'vneid.refused': 422,
  'vneid.level': 403,
  'vneid.unavailable': 503,
  'challenge.required': 428,
  'challenge.refused': 422,
  'notice.too-soon': 429,
  'photograph.not-found': 404,
  'photograph.refused': 422,
  'photograph.out-of-order': 409,
  'photograph.no-room': 503,
  'unit.not-found': 404,
  'agency.not-found': 404,
  'visit.not-found': 404,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** What a person's call can answer to whoever sends it with a guardian's link: of an operation that can be asked about a child, and of one that cannot. */
export const errorsOfLinks = {
  ofChild: ['guardian.not-found', 'guardian.child-grown-up'],
  own: ['guardian.own-only'],
} as const satisfies Record<string, readonly ErrorCode[]>;

/** What a call can answer to a session of a person that another device has ended, or that began on another page. */
export const errorsOfSessions: readonly ErrorCode[] = ['session.taken-over', 'session.other-origin'];

/** What any call can answer, whatever its row says. */
export const errorsOfEveryCall: readonly ErrorCode[] = [
  'request.malformed',
  'request.too-large',
  'rate.limited',
  'integrator.refused',
  'server.failed',
  'server.unavailable',
];

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_STATUS, code);
