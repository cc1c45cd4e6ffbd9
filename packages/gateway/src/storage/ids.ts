/** An id of a row as PostgreSQL writes it, for patterns of more than an id. */
export const ID = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;

const WHOLE = new RegExp(`^${ID}$`);

/** Whether a text can be the id of a row. What cannot is as unknown as an id that never was: PostgreSQL would fail at it. */
export const isId = (text: string): boolean => WHOLE.test(text);
