// What a call costs beside a bare fetch of the same answer, in the same process over loopback (budgets: SDK and gateway).
import { createServer } from 'node:http';
import { createClient } from '@bhxh-kit/client';
import { generateLife } from '@bhxh-kit/client/testing';

export const title = 'SDK';

const agency = (index) => ({
  code: `001${String(index % 100).padStart(2, '0')}`,
  name: `BHXH Quận Mẫu ${index}`,
  parentCode: '001',
  address: 'Phố Mẫu',
  phone: '02400000000',
});
const answers = {
  '/v1/agencies': JSON.stringify({ items: Array.from({ length: 18 }, (_, index) => agency(index)) }),
  '/v1/me/participation': JSON.stringify({
    items: generateLife(4, { size: { participation: 1000 } }).participation.filter(({ branch }) => branch === 'social'),
  }),
};

function serve() {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'Content-Type': 'application/json', 'Request-Id': 'bench' }).end(answers[request.url]);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ server, baseUrl: `http://127.0.0.1:${server.address().port}` })));
}

/** Milliseconds of `count` calls, `width` of them under way at a time. */
async function timed(count, width, call) {
  const start = performance.now();
  let left = count;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: width }, worker));
  return performance.now() - start;
}

export default async function* ({ runs }) {
  const { server, baseUrl } = await serve();
  const bhxh = createClient({ baseUrl, getToken: () => 'bench' });
  const get = (path, init) => async () => (await fetch(baseUrl + path, init)).json();
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: 'Bearer bench' }, body: '{"limit":200}' };
  const figures = [
    { figure: '2 kB, one after another', count: 400, width: 1, budget: 1.45, bare: get('/v1/agencies'), ours: () => bhxh.agencies.list() },
    { figure: '2 kB, 32 in flight', count: 800, width: 32, budget: 1.5, bare: get('/v1/agencies'), ours: () => bhxh.agencies.list() },
    {
      figure: '200 kB, 1,000 rows',
      count: 40,
      width: 1,
      budget: 1.4,
      bare: get('/v1/me/participation', post),
      ours: () => bhxh.participation.list({ limit: 200 }),
    },
  ];
  try {
    for (const { figure, count, width, budget, bare, ours } of figures) {
      const values = { 'bare fetch': [], 'bhxh client': [] };
      await timed(count, width, bare);
      await timed(count, width, ours);
      for (let run = 0; run < runs; run++) {
        values['bare fetch'].push((await timed(count, width, bare)) / count);
        values['bhxh client'].push((await timed(count, width, ours)) / count);
      }
      yield { figure, unit: 'ms', baseline: 'bare fetch', values, budget };
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
