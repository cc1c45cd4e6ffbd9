import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, request as send, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { LEAST } from './host-page.js';

const KIT = fileURLToPath(new URL('../../../packages/elements/dist/', import.meta.url));

/** Names that are served with https, as in production: the site of the gateway and the pages of hosts. */
export interface HttpsFront {
  /** For the browser: these names are here, and the certificate, which nobody vouches for, is theirs. */
  readonly browserArgs: readonly string[];
  close(): Promise<void>;
}

interface Served {
  /** The gateway's own name; what a page calls there goes on to `gateway`, an address without a slash at the end. */
  readonly site: string;
  readonly gateway: string;
  /** Each has the page `/thu` with this body, in which `{{gateway}}` is the gateway's address, the kit's files, and empty pages otherwise. */
  readonly names: readonly string[];
  readonly body: string;
}

/** Opens one server for all the names. */
export async function openHttpsFront({ site, gateway, names, body }: Served): Promise<HttpsFront> {
  const { key, certificate, fingerprint } = selfSigned();
  const filled = (text: string): string => text.replaceAll('{{gateway}}', `https://${site}`);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '/', headers, method } = request;
    if (headers.host === site && /^\/(v1|\.well-known)\//.test(url)) {
      request.pipe(send(gateway + url, { method, headers }, (answered) => answered.pipe(response.writeHead(answered.statusCode ?? 502, answered.headers))));
    } else if (url.startsWith('/kit/')) response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(await readFile(KIT + url.slice('/kit/'.length)));
    else {
      const page = url === '/thu' ? filled(body) : '';
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': filled(LEAST) });
      response.end(`<!doctype html><html lang="vi"><head><title>Trang thử</title></head><body>${page}</body></html>`);
    }
  };
  const server = createServer({ key, cert: certificate }, (request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    browserArgs: [
      `--host-resolver-rules=${[site, ...names].map((name) => `MAP ${name}:443 127.0.0.1:${port}`).join(', ')}`,
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
    ],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 0x80 ? [body.length] : body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const [INTEGER, BITS, OID, TEXT, TIME, SEQUENCE, SET] = [0x02, 0x03, 0x06, 0x0c, 0x17, 0x30, 0x31];

/** A key with a certificate of its own making (X.509 v1, RFC 5280 §4.1), as PEM; and the fingerprint of the key by which a browser is told to take it. */
function selfSigned(): { key: string; certificate: string; fingerprint: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = der(SEQUENCE, der(OID, Buffer.from('2a8648ce3d040302', 'hex'))); // ecdsa-with-SHA256
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, der(OID, Buffer.from('550403', 'hex')), der(TEXT, Buffer.from('example.vn')))));
  const validity = der(SEQUENCE, der(TIME, Buffer.from('260101000000Z')), der(TIME, Buffer.from('491231235959Z')));
  const told = der(SEQUENCE, der(INTEGER, Buffer.from([1])), algorithm, name, validity, name, spki);
  const whole = der(SEQUENCE, told, algorithm, der(BITS, Buffer.from([0]), sign('sha256', told, privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  };
}
