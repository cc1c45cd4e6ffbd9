import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backendOf } from './backend.mjs';
import { headersFor } from './headers.mjs';
import { fillPage } from './page.mjs';
import { fillWorker, shellOf } from './shell.mjs';

const KIT = fileURLToPath(new URL('../../packages/elements/dist/', import.meta.url));

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** Named by what is in it: never another content under that name. */
const HASHED = /^\/bundle\/.*-[A-Z0-9]{8}\.js$/;

/**
 * Answers the calls of one host: its pages, its files, its bundle under /bundle/ and the kit's own files under /kit/, as a static host would lay them beside the page; of a host with
 * a backend also that.
 * @param {typeof import('./hosts.mjs').HOSTS.province} host
 * @param {{ gateway: string, origin: string, bundles: Awaited<ReturnType<typeof import('./bundles.mjs').bundlePages>> }} surroundings
 */
export function answerFor(host, { gateway, origin, bundles }) {
  const backend = backendOf(host, { gateway, origin });
  return (request, response) => {
    if (backend && request.url.startsWith(`${host.backend}/`)) return backend(request, response);
    reply(request).then(
      ({ status = 200, type, body, cache = 'no-cache' }) => {
        const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
        const fresh = status === 200 && request.headers['if-none-match'] === tag;
        response.writeHead(fresh ? 304 : status, { ...headersFor(host, gateway), 'Content-Type': type, 'Cache-Control': cache, ETag: tag });
        response.end(fresh || request.method === 'HEAD' ? undefined : body);
      },
      (failure) => {
        console.error(failure);
        response.writeHead(500, headersFor(host, gateway)).end();
      },
    );
  };

  async function reply({ method, url }) {
    if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Trang này chỉ để đọc.');
    const path = pathOf(url);
    const page = Object.hasOwn(host.pages, path) ? host.pages[path] : undefined;
    const worker = host.shell && path === `/${host.shell.worker}`;
    const shell = host.shell && (page || worker) && (await shellOf(host, bundles));
    if (page) return { type: 'text/html; charset=utf-8', body: await fillPage(host, path, page, { gateway, version: shell?.version }) };
    const type = TYPES[extname(path)];
    if (worker) return { type, body: await fillWorker(host, shell) };
    const body = type && (path.startsWith('/bundle/') ? bundles.get(path.slice('/bundle/'.length))?.contents : await file(path));
    return body
      ? { type, body, ...(HASHED.test(path) && { cache: 'public, max-age=31536000, immutable' }) }
      : plain(404, 'Không có trang này. Về trang chủ: /');
  }

  /** A file of the host or of the kit; nothing above either folder. */
  async function file(path) {
    const [folder, inside] = path.startsWith('/kit/') ? [KIT, path.slice('/kit/'.length)] : [host.folder, path.slice(1)];
    const place = normalize(join(folder, inside));
    if (!place.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
    return readFile(place).catch(() => undefined);
  }
}

const plain = (status, sentence) => ({ status, type: 'text/plain; charset=utf-8', body: `${sentence}\n` });

/** The path without its query; one that cannot be decoded is nowhere. */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return '/?';
  }
}
