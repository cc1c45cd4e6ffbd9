import { type BhxhClient, createClient } from '@bhxh-kit/client';
import type { Demonstration } from './demonstration.js';

/** An officer who acts by program: their desk has journeys of its own. */
export async function officerByProgram({ gateway }: Demonstration, username: string): Promise<BhxhClient> {
  const { items } = (await (await fetch(`${gateway}/sandbox/officers`)).json()) as {
    items: readonly { username: string; password: string; oneTimeCode: string }[];
  };
  const officer = items.find((each) => each.username === username);
  if (!officer) throw new Error(`No officer ${username}`);
  const bhxh = createClient({ baseUrl: gateway });
  await bhxh.officers.signIn({ username, password: officer.password, oneTimeCode: officer.oneTimeCode });
  return bhxh;
}

/** The declaration is read, its paper received, and it is approved; the person is told after the minute. */
export async function approve(demo: Demonstration, reference: string): Promise<void> {
  const desk = await officerByProgram(demo, 'canbo.dongda');
  const [row] = (await desk.reviews.list({ find: reference })).items;
  if (!row) throw new Error(`No case of ${reference}`);
  await desk.reviews.read({ id: row.id });
  const { version } = await desk.reviews.receivePaper({ id: row.id, version: row.version });
  await desk.reviews.approve({ id: row.id, version });
  await demo.moveClock({ advanceMinutes: 2 });
}
