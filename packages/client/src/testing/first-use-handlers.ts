import type { TestCall } from './handlers.js';

const languageOf = ({ input }: TestCall): 'vi' | 'en' => (input['locale'] === 'en' ? 'en' : 'vi');

/** What the test gateway answers about first use (A9) and VNeID (A10). */
export const firstUseHandlers: Readonly<Record<string, (call: TestCall) => unknown>> = {
  'consents.texts': (call) => call.memory.consents.texts(languageOf(call)),
  'consents.mine': (call) => call.memory.consents.mine(call, languageOf(call)),
  'consents.give': (call) => call.memory.consents.give(call),
  'consents.withdraw': (call) => call.memory.consents.withdraw(call),
  'vneid.begin': (call) => call.memory.vneid.begin(call),
  'vneid.finish': (call) => call.memory.vneid.finish(call),
};
