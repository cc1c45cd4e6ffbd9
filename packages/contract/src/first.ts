/** What a page needs of the contract at once. Its own entry, because a bundler takes everything an entry leads to for needed as soon as a part of it is fetched later. */
export { Problem } from './errors/problem.js';
export { firstOperations } from './first-operations.js';
export { isBytes } from './operation/operation.js';
