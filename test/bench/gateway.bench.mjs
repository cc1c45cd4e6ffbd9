// The gateway beside its own driver: the card read of a signed-in person, and declarations a second. With DATABASE_URL against that server, else the embedded PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@bhxh-kit/client';
import { createGateway, openDatabase, PERSONAS, readSettings } from '@bhxh-kit/gateway';
import { sql } from 'drizzle-orm';

export const title = 'gateway';

const WIDTH = 16;

/** Calls a second, `WIDTH` of them under way at a time. */
async function rate(count, call) {
  const start = performance.now();
  let left = count;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  return count / ((performance.now() - start) / 1000);
}

/** Right under the 2023 pack for a person whose identity was verified, who needs no photographs. */
const declarationOf = ({ fullName, bhxhNumber, identityNumber }) => ({
  rulePack: '2023',
  purpose: 'register',
  subject: 'individual',
  fullName,
  bhxhNumber,
  identityNumber,
  address: { scheme: '2021', provinceCode: '01', districtCode: '272', communeCode: '09763', street: 'Thôn 4' },
  contactName: fullName,
  email: 'nguyen.van.a@example.vn',
  mobilePhone: '0900000001',
  startDate: '2099-01-05',
  transactAt: { kind: 'portal' },
  agencyCode: '001',
  handIn: 'at-agency',
  commitment: true,
  photographs: [],
  locale: 'vi',
});

export default async function* ({ runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-bench-'));
  const many = '9999999/60';
  const settings = readSettings({
    BHXH_SANDBOX: '1',
    BHXH_RULE_PACK: '2023',
    BHXH_LOG: 'silent',
    BHXH_DATA: folder,
    BHXH_RATE_ME: many,
    BHXH_RATE_DECLARE: many,
    ...(process.env.DATABASE_URL ? { DATABASE_URL: process.env.DATABASE_URL } : {}),
  });
  const database = await openDatabase(settings);
  const gateway = await createGateway({ settings, database });
  const { url } = await gateway.listen({ port: 0 });
  const bhxh = createClient({ baseUrl: url });
  try {
    const verified = PERSONAS.find(({ identityVerified }) => identityVerified);
    await bhxh.session.signIn({ bhxhNumber: verified.profile.bhxhNumber, password: verified.password });
    const driver = () => database.queries.execute(sql`select * from health_cards where account_id = ${verified.id}`);
    const values = { driver: [], 'bhxh gateway': [] };
    for (let run = 0; run <= runs; run++) {
      const [alone, through] = [await rate(300, driver), await rate(300, () => bhxh.cards.mine())];
      if (run > 0) values.driver.push(alone) && values['bhxh gateway'].push(through);
    }
    yield { figure: 'card read by session', unit: '/s', baseline: 'driver', values, budget: 0.5, more: 'better' };

    let serial = 0;
    const own = declarationOf(verified.profile);
    const submit = () => bhxh.declarations.submit({ ...own, address: { ...own.address, street: `Thôn ${serial++}` } });
    const declared = { '150 a second': [], 'bhxh gateway': [] };
    for (let run = 0; run < runs; run++) {
      declared['150 a second'].push(150);
      declared['bhxh gateway'].push(await rate(150, submit));
    }
    yield { figure: 'declarations kept', unit: '/s', baseline: '150 a second', values: declared, budget: 1, more: 'better' };
  } finally {
    await gateway.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
