import { rulePack } from '@bhxh-kit/domain';
import type { GatewayMemory, Session } from './gateway-memory.js';
import type { TestCall } from './handlers.js';
import type { Persona } from './personas.js';

interface Confirmed {
  readonly codeId: string;
  readonly oneTimeCode: string;
  readonly newPassword: string;
}

const numberOf = ({ headers, memory }: TestCall): string => memory.person(headers).profile.bhxhNumber;

/** Ends the sessions of a number but one. */
function endOthers(memory: GatewayMemory, bhxhNumber: string, keep?: Session): void {
  const persona = memory.accounts.find(bhxhNumber)?.persona as Persona;
  for (const session of memory.sessionsOf(persona)) if (session !== keep) memory.end(session);
}

/** What the test gateway answers about passwords (A3, A4, A6). */
export const passwordHandlers: Readonly<Record<string, (call: TestCall) => unknown>> = {
  'passwords.age': (call) => call.memory.passwords.age(numberOf(call), rulePack(call.memory.beginning.rulePack), call.memory.now),
  'passwords.requestChange': (call) => {
    call.memory.passwords.require(numberOf(call), String(call.input['currentPassword']));
    return call.memory.passwords.requestChange(numberOf(call), call.memory.now);
  },
  'passwords.change': (call) => {
    const { headers, input, memory } = call;
    const bhxhNumber = numberOf(call);
    memory.passwords.change(bhxhNumber, input as unknown as Confirmed, memory.now);
    endOthers(memory, bhxhNumber, memory.session(headers));
    return undefined;
  },
  'passwords.requestOverdueChange': ({ input, memory }) => {
    const { persona } = memory.devices.ticket(String(input['ticket']), 'change-password');
    return memory.passwords.requestChange(persona.profile.bhxhNumber, memory.now);
  },
  'passwords.changeOverdue': ({ input, memory }) => {
    const { bhxhNumber } = memory.devices.ticket(String(input['ticket']), 'change-password').persona.profile;
    memory.passwords.change(bhxhNumber, input as unknown as Confirmed, memory.now);
    memory.devices.use(String(input['ticket']), 'change-password');
    endOthers(memory, bhxhNumber);
    return undefined;
  },
  'passwords.requestReset': ({ input, memory }) => memory.passwords.requestReset(input as unknown as { bhxhNumber: string; contact: string }, memory.now),
  'passwords.reset': ({ input, memory }) => {
    endOthers(memory, memory.passwords.reset(input as unknown as Confirmed & { bhxhNumber: string }, memory.now));
    return undefined;
  },
};
