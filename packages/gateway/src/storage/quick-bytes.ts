import { types } from '@electric-sql/pglite';

/**
 * How bytes go to the embedded PostgreSQL and come back: as hexadecimal text, written and read by Node's own code. PGlite's goes byte by byte in JavaScript,
 * and most of what the gateway keeps is sealed bytes: of a photograph it was half of the whole work.
 */
export const quickBytes = {
  serializers: { [types.BYTEA]: (bytes: Uint8Array): string => `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}` },
  parsers: { [types.BYTEA]: (text: string): Uint8Array => Buffer.from(text.slice('\\x'.length), 'hex') },
};
