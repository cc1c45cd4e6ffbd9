/** The key of one act: it is sent again with the same one until the gateway has answered, so that a cut network never makes two acts of one. */
export function actingKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
