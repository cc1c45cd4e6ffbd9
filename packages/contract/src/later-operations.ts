/**
 * The operations few pages need (officers at their desk, an account being activated): the client fetches these rows on first use, so that a person's page does not carry them.
 * The comment above each is what an editor shows at the client's method and the document's summary: it is read from here, not written twice.
 */
export const laterOperations = {} as const;
