import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dump } from '../../packages/gateway/test-support/gateway.js';
import { exif } from '../../packages/gateway/test-support/jpeg.js';
import { Declarant, PLACES } from './support/declarant.js';
import { follow, status } from './support/following.js';
import { freePorts } from './support/free-ports.js';
import { journey } from './support/journey.js';
import type { Picture, Pictures } from './support/pictures.js';

const canary = {
  fullName: 'Kanari Thử Nghiệm',
  bhxhNumber: '9999999777',
  identityNumber: '079299000777',
  places: PLACES['2021'],
  street: 'Ngõ Kanari 77',
  mobilePhone: '0900000777',
  email: 'kanari@example.vn',
};
const VALUES = /kanari|9999999777|079299000777|0900000777/i;

const metricsPort = await freePorts(1);

/** The photographs with what cameras write into them, right after the start of the image. */
function marked({ birthCertificate, ...pictures }: Pictures): Pictures {
  const mark = (picture: Picture): Picture => ({
    ...picture,
    name: `kanari-${picture.name}`,
    buffer: Buffer.concat([picture.buffer.subarray(0, 2), exif('KANARI GPS'), picture.buffer.subarray(2)]),
  });
  return { portrait: mark(pictures.portrait), front: mark(pictures.front), back: mark(pictures.back), birthCertificate };
}

describe('privacy canary', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021', BHXH_METRICS_PORT: String(metricsPort) }, 'in a folder');

  it('nothing a person declared is in an address, the browser’s stores, the console, an error, a log line, a metric, or readable in the data folder', async () => {
    const { visitor, demo } = shared;
    visitor.expectComplaint(/\/v1\/declarations\/.*|404|status of 4/);
    const { page, context } = visitor;
    const addresses: string[] = [];
    const errors: Promise<string>[] = [];
    const said: string[] = [];
    context.on('request', (request) => void addresses.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    context.on('response', (response) => {
      if (response.status() >= 400) errors.push(response.text().catch(String));
    });
    context.on('console', (message) => void said.push(message.text()));

    const declarant = new Declarant({ visitor, pictures: marked(shared.pictures) });
    await declarant.fillAdult(demo.pages.province, canary);
    await declarant.record();
    const reference = await declarant.reference();
    await declarant.savePdf();
    const atReceipt = await stores(context, page);
    await follow(shared, reference, 'kanari.khac@example.vn');
    await status(shared).getByRole('group', { name: 'Chưa xem được tình trạng' }).waitFor();

    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.join('\n')).not.toMatch(VALUES);
    expect(addresses.join('\n')).not.toContain(reference);
    expect(atReceipt + (await stores(context, page))).not.toMatch(VALUES);
    expect(said.join('\n')).not.toMatch(VALUES);
    expect(errors.length).toBeGreaterThan(0);
    expect((await Promise.all(errors)).join('\n')).not.toMatch(VALUES);
    const log = demo.logLines.join('');
    expect(log).toContain('declarations.submit');
    expect(log).not.toMatch(VALUES);
    expect(log).not.toContain(reference);
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(metrics).toContain('declarations.submit');
    expect(metrics).not.toMatch(VALUES);
    expect(await dump(demo.database)).toContain(reference);
    expect(await dump(demo.database)).not.toMatch(VALUES);

    // As the gateway keeps them. The first four bytes alone come by chance, once in thousands of runs, in what is sealed.
    const beginnings = [...(await demo.kept(reference)).photographs.values()].map((photograph) => photograph.subarray(0, 12));
    expect(beginnings.length).toBe(3);
    await demo.stop();
    const files = filesOf(demo.dataFolder!);
    const bytes = files.map((file) => readFileSync(file));
    // That the reference is found shows that values would be.
    expect(bytes.some((content) => content.includes(reference))).toBe(true);
    const texts = [canary.fullName, canary.bhxhNumber, canary.identityNumber, canary.mobilePhone, canary.email, canary.street, 'KANARI', 'Kanari'];
    for (const [at, content] of bytes.entries()) for (const text of texts) expect(content.includes(text), `${files[at]}: ${text}`).toBe(false);
    // Nor a JPEG: the photographs are sealed.
    for (const [at, content] of bytes.entries()) for (const beginning of beginnings) expect(content.includes(beginning), files[at]).toBe(false);
  });
});

/** Everything the browser keeps of the page, raw: cookies, both storages, databases with their rows, caches with their answers. */
async function stores(context: import('playwright-core').BrowserContext, page: import('playwright-core').Page): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, location.href, history.state];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error(name));
      });
      for (const store of database.objectStoreNames)
        kept.push(
          await new Promise((resolve) => {
            const reading = database.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => resolve(reading.result);
          }),
        );
      database.close();
    }
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) kept.push(request.url, await (await caches.match(request))?.text());
    return JSON.stringify(kept);
  });
  return inPage + JSON.stringify(await context.cookies());
}

const filesOf = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name)).filter((file) => statSync(file).isFile());
