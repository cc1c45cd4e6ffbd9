import { declaration, type TestCall } from './handlers.js';
import { Refusal } from './refusal.js';
import { correctionKeyOf } from './test-corrections.js';

const id = ({ input }: TestCall): string => String(input['id'] ?? input['listId']);
const version = ({ input }: TestCall): number => Number(input['version']);
const officerOf = ({ memory, headers }: TestCall) => memory.officer(headers);

/** A rejected declaration given back, its photographs under the keys they have. */
function openCorrection(call: TestCall): unknown {
  const stored = call.memory.declarations.get(String(call.input['reference']));
  const contact = String(call.input['contact']).trim();
  if (!stored?.contacts.includes(contact) || !stored.submission || !call.memory.desk.opensCorrection(stored, String(call.input['correctionCode'])))
    throw new Refusal('correction.refused');
  const { photographs, purpose, subject, rulePack, agencyCode, commitment: _, ...declared } = stored.submission;
  const { reference, agencyName, reasons = [], words, correctableUntil } = stored.progress;
  return {
    reference,
    purpose,
    subject,
    rulePack,
    agencyCode,
    agencyName,
    declared,
    photographs,
    correctionKey: correctionKeyOf(stored),
    reasons,
    words,
    correctableUntil,
  };
}

function requestCorrectionCode(call: TestCall): undefined {
  try {
    call.memory.desk.renewCorrection(declaration(call));
  } catch (failure) {
    // The answer never tells whether there is such a declaration.
    if (!(failure instanceof Refusal)) throw failure;
  }
}

/** What the test gateway answers to officers, and to those whose declarations they decided. */
export const reviewHandlers: Readonly<Record<string, (call: TestCall) => unknown>> = {
  'reviews.list': (call) => call.memory.desk.list(call.input, officerOf(call)),
  'reviews.read': (call) => call.memory.desk.read(id(call), officerOf(call)),
  'reviews.photograph': (call) => call.memory.desk.photograph(id(call), String(call.input['kind']), officerOf(call)),
  'reviews.receivePaper': (call) => call.memory.desk.act('paper-received', id(call), version(call), officerOf(call)),
  'reviews.approve': (call) => call.memory.desk.act('approve', id(call), version(call), officerOf(call)),
  'reviews.reject': (call) => {
    const { reasons, words } = call.input as { reasons: readonly string[]; words?: string };
    return call.memory.desk.act('reject', id(call), version(call), officerOf(call), { reasons, words });
  },
  'reviews.undo': (call) => call.memory.desk.undo(id(call), version(call), officerOf(call)),
  'reviews.approveList': (call) => call.memory.lists.approve(call.input['items'] as { id: string; version: number }[], officerOf(call)),
  'reviews.waitingLists': (call) => ({ items: call.memory.lists.waiting(officerOf(call)) }),
  'reviews.readList': (call) => call.memory.lists.read(id(call), officerOf(call)),
  'reviews.confirmList': (call) => call.memory.lists.confirm(id(call), officerOf(call)),
  'reviews.declineList': (call) => call.memory.lists.decline(id(call), officerOf(call)),
  'reviews.undoList': (call) => call.memory.lists.undo(id(call), officerOf(call)),
  'accounts.activate': ({ input, memory }) => memory.accounts.activate(input as { bhxhNumber: string; activationCode: string; password: string }, memory.now),
  'accounts.requestActivation': ({ input, memory }) => memory.accounts.renew(input as { bhxhNumber: string; contact: string }, memory.now),
  'corrections.open': openCorrection,
  'corrections.requestCode': requestCorrectionCode,
};
