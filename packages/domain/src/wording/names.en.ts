import type { Names } from './names.js';

/** Names of codes in English; a code without a name fails the build. */
export const NAMES_EN: Names = {
  branch: {
    social: 'Social insurance',
    unemployment: 'Unemployment insurance',
    accident: 'Work accident and occupational disease insurance',
    health: 'Health insurance',
  },
  handIn: {
    'at-agency': 'At the office that receives the papers',
    'by-post': 'From home by the public postal service (you pay the postage when you send the papers)',
  },
  photograph: {
    portrait: 'portrait 4×6',
    'identity-front': 'front of the identity paper',
    'identity-back': 'back of the identity paper',
    'birth-certificate': 'birth certificate',
  },
  purpose: { register: 'Register', adjust: 'Adjust information', stop: 'Stop using' },
  skipReason: {
    vneid: 'You are signed in with VNeID level 2, so no photographs are needed.',
  },
  status: {
    'waiting-for-paper': 'Waiting for the signed Form 01',
    'in-review': 'In review at the social security office',
    approved: 'Approved',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
  },
  step: {
    subject: 'Subject',
    person: 'Personal information',
    adjustment: 'What changes',
    stopping: 'Stopping',
    photographs: 'Papers and photographs',
    agency: 'Receiving office',
    review: 'Review and commitment',
    receipt: 'Received',
  },
  subject: { individual: 'Individual', child: 'Child', organisation: 'Organisation' },
  transactAt: { portal: 'The portal of Vietnam Social Security', ivan: 'An I-VAN organisation' },
};
