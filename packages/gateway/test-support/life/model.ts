import { jobs } from './model-clock.js';
import { approveList, decideList, look, mine, perform, queue, undo } from './model-desk.js';
import { activate, follow, open, print, resend, submit } from './model-person.js';
import { once, Refused } from './rules.js';
import type { Ready, State } from './state.js';

/**
 * What the gateway must answer to an act, and the state it must leave: the life of declarations written down once more, as short as can be, from the letters and the contract and not
 * from the gateway. The answer is its status and what matters of its body, or the code it is refused with.
 */
export function apply(state: State, ready: Ready): string {
  try {
    return answerTo(state, ready);
  } catch (refusal) {
    if (refusal instanceof Refused) return refusal.message;
    throw refusal;
  }
}

function answerTo(state: State, ready: Ready): string {
  switch (ready.act) {
    case 'submit':
      return submit(state, ready.handIn);
    case 'follow':
      return follow(state, ready);
    case 'resend':
      return resend(state, ready.which);
    case 'print':
      return print(state, ready.which);
    case 'open':
      return open(state, ready.which);
    case 'queue':
      return queue(state, ready.officer);
    case 'look':
    case 'photograph':
      return look(state, ready);
    case 'activate':
      return activate(state, ready);
    case 'jobs':
      return jobs(state);
    default:
      return once(state, `${ready.officer} ${ready.key}`, JSON.stringify(ready), () => byOfficer(state, ready));
  }
}

function byOfficer(state: State, ready: Extract<Ready, { key: string }>): string {
  if (ready.act === 'approveList') return approveList(state, ready);
  if ('list' in ready) return decideList(state, ready);
  const declared = mine(state, ready.officer, ready.which);
  if (ready.act === 'undo') undo(state, declared, ready.version, ready.officer);
  else perform(state, declared, ready.act, ready.version, ready.officer);
  return `200 ${declared.status} ${declared.version}`;
}
