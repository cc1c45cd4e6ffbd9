export { type KeyStore, keptKeys, sealKeys } from './kept-keys.js';
export { printedOf, type SealContext, type SealVerdict, verifySeal } from './verify-seal.js';
