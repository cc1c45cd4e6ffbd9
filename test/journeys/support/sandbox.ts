import type { Demonstration } from './demonstration.js';

/** What the sandbox of a gateway shows to whoever tries it out. */
type Sandbox = Pick<Demonstration, 'gateway'>;

/** A message that was sent; of its recipient only the end is shown. */
export interface Message {
  readonly channel: 'sms' | 'email';
  readonly recipient: string;
  readonly body: string;
}

/** An officer with what their phone shows now. */
export interface ShownOfficer {
  readonly username: string;
  readonly password: string;
  readonly fullName: string;
  readonly oneTimeCode: string;
}

async function items<Item>({ gateway }: Sandbox, of: 'outbox' | 'officers'): Promise<readonly Item[]> {
  const answer = await fetch(`${gateway}/sandbox/${of}`, { headers: { Accept: 'application/json' } });
  return ((await answer.json()) as { items: readonly Item[] }).items;
}

/** What was sent so far, the newest first; what waits for its minute was not. */
export const messages = (sandbox: Sandbox): Promise<readonly Message[]> => items<Message>(sandbox, 'outbox');

/** What was sent to a phone number, the newest first. */
export async function messagesTo(sandbox: Sandbox, phone: string): Promise<readonly string[]> {
  return (await messages(sandbox)).filter(({ recipient }) => recipient.endsWith(phone.slice(-3))).map(({ body }) => body);
}

/** The newest code sent to a phone number. */
export async function codeTo(sandbox: Sandbox, phone: string): Promise<string> {
  const [code] = (await messagesTo(sandbox, phone)).flatMap((body) => /Mã xác thực[^:]*: (\d{6})/.exec(body)?.[1] ?? []);
  if (!code) throw new Error(`No code was sent to ${phone}`);
  return code;
}

export async function officerShown(sandbox: Sandbox, username: string): Promise<ShownOfficer> {
  const officer = (await items<ShownOfficer>(sandbox, 'officers')).find((each) => each.username === username);
  if (!officer) throw new Error(`No officer ${username}`);
  return officer;
}

/** By how much the clock is moved on, or that it tells the machine's time again. */
export type Move = { readonly advanceDays?: number; readonly advanceMinutes?: number } | { readonly reset: true };

export async function moveClock({ gateway }: Sandbox, by: Move): Promise<void> {
  const answer = await fetch(`${gateway}/sandbox/clock`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(by) });
  if (!answer.ok) throw new Error(`The clock was not moved: ${answer.status}`);
}
