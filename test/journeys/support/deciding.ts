import { type BhxhClient, createClient } from '@bhxh-kit/client';
import type { Demonstration } from './demonstration.js';
import { officerShown } from './sandbox.js';

/** An officer who acts by program: their desk has journeys of its own. */
export async function officerByProgram(demo: Demonstration, username: string): Promise<BhxhClient> {
  const { password, oneTimeCode } = await officerShown(demo, username);
  const bhxh = createClient({ baseUrl: demo.gateway });
  await bhxh.officers.signIn({ username, password, oneTimeCode });
  return bhxh;
}

export type Decision = 'approve' | { readonly reasons: ['identity-differs' | 'form-unsigned']; readonly words?: string };

/** The declaration is read, its paper received, and it is decided; the person is told after the minute. */
export async function decide(demo: Demonstration, reference: string, decision: Decision): Promise<void> {
  const desk = await officerByProgram(demo, 'canbo.dongda');
  const [row] = (await desk.reviews.list({ find: reference })).items;
  if (!row) throw new Error(`No case of ${reference}`);
  const { id } = row;
  await desk.reviews.read({ id });
  const { version } = await desk.reviews.receivePaper({ id, version: row.version });
  if (decision === 'approve') await desk.reviews.approve({ id, version });
  else await desk.reviews.reject({ id, version, ...decision });
  await demo.moveClock({ advanceMinutes: 2 });
}
