import { type TestCall, tokens } from './handlers.js';
import { agencyInWords } from './officers.js';
import { Refusal } from './refusal.js';

const officerOf = ({ memory, headers }: TestCall) => memory.officer(headers);

function signIn({ input, memory }: TestCall): unknown {
  const officer = memory.officers.recognise(input);
  if (memory.officers.passwordGiven(officer)) throw new Refusal('officer.password-given');
  return tokens(memory.begin({ officer }));
}

function changePassword({ input, memory }: TestCall): unknown {
  const officer = memory.officers.recognise(input);
  memory.officers.changePassword(officer, String(input['newPassword']));
  memory.endAllOf(officer);
  return tokens(memory.begin({ officer }));
}

function me(call: TestCall): unknown {
  const { signedInAt } = call.memory.session(call.headers);
  const { fullName, username, agencyCode } = officerOf(call);
  const { agencies } = call.memory.beginning;
  const agenciesBelow = agencies.filter(
    ({ code }) => code !== agencyCode && agencyInWords(agencies, code).startsWith(agencyInWords(agencies, agencyCode)),
  ).length;
  return { fullName, username, agencyCode, agencyName: agencyInWords(agencies, agencyCode), agenciesBelow, signedInAt };
}

function addPasskeyOptions(call: TestCall): unknown {
  const officer = officerOf(call);
  if (call.input['oneTimeCode'] !== officer.oneTimeCode) throw new Refusal('passkey.refused', [{ pointer: '/oneTimeCode', code: 'one-time-code.wrong' }]);
  return call.memory.officers.passkeys.challenge(officer);
}

/** What the test gateway answers to officers about themselves. */
export const officerHandlers: Readonly<Record<string, (call: TestCall) => unknown>> = {
  'officers.signIn': signIn,
  'officers.changePassword': changePassword,
  'officers.me': me,
  'officers.passkeyOptions': ({ memory }) => memory.officers.passkeys.challenge(),
  'officers.signInByPasskey': ({ input, memory }) => tokens(memory.begin({ officer: memory.officers.passkeys.signIn(input) })),
  'officers.passkeys': (call) => ({ items: call.memory.officers.passkeys.of(officerOf(call)) }),
  'officers.addPasskeyOptions': addPasskeyOptions,
  'officers.addPasskey': (call) => call.memory.officers.passkeys.add(officerOf(call), call.input, call.memory.now),
  'officers.removePasskey': (call) => {
    call.memory.officers.passkeys.remove(officerOf(call), String(call.input['id']));
  },
};
