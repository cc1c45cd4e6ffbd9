import type { English } from '../foundation/words.js';
import type { DeclarationStatusWords } from './words.js';

export default {
  title: 'Follow a declaration',
  reference: 'Reference',
  referenceHint: 'Printed on the declaration and in the text message, for example 00055.GD_2026_084.',
  contact: 'Phone number or e-mail address you gave',
  follow: 'Show the status',
  following: 'Looking…',
  missing: 'Fill in “{label}”.',
  noClient: 'This page is not connected to a receiving system. Tell whoever runs it.',
  failedTitle: 'The status could not be shown',
  another: 'Follow another declaration',
  status: 'Status',
  agency: 'Receiving office',
  receivedAt: 'Received at',
  nextTitle: 'What to do',
  'next-waiting-for-paper': 'Download the declaration, print and sign it, and hand it in with your identity paper before the deadline above.',
  'next-in-review': 'The office has your papers and is reviewing them. There is nothing to do; the result comes by text message.',
  'next-approved':
    'The result was sent to the phone and the e-mail address you gave. If you registered: use the code of the message to activate your account and choose a password within 72 hours; after that ask for a new code on the activation page.',
  'next-rejected': 'Correct what the reason says and declare again. If it is not clear, call the receiving office.',
  'next-cancelled': 'The data of this declaration were deleted. To register after all, declare again from the beginning.',
  'next-other': 'Ask the receiving office what comes next.',
  reason: 'Reason',
  'reason-paper-not-received': 'The office did not receive the signed Form 01 in time.',
  'reason-other': 'The receiving office noted a reason; ask there for details (code {code}).',
  history: 'History',
  download: 'Download the declaration (PDF)',
  resend: 'Send the notice again',
  fetching: 'Fetching the PDF…',
  downloaded: 'The file {file} was saved.',
} satisfies English<DeclarationStatusWords>;
