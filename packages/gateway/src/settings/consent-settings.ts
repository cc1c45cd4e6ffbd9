import { CONSENT_PURPOSES, isNecessary } from '@bhxh-kit/domain/consent/first-use-texts.js';
import { integer, type Setting, setting } from './setting-kinds.js';

const OPTIONAL = CONSENT_PURPOSES.filter((purpose) => !isNecessary(purpose));

/** What people are asked to agree to at first use (A9). */
export const CONSENT_SETTINGS = {
  consentPurposes: setting<readonly string[]>({
    name: 'BHXH_CONSENT_PURPOSES',
    kind: `none, or some of ${OPTIONAL.join(', ')}`,
    default: 'none',
    meaning: 'Optional purposes people are asked to agree to at first use, besides having the account. Name only what is really done here.',
    read: (value) => {
      const purposes = value === 'none' ? [] : value.split(',').map((purpose) => purpose.trim());
      return purposes.every((purpose) => (OPTIONAL as readonly string[]).includes(purpose))
        ? { value: purposes }
        : { wrong: `must be none, or some of ${OPTIONAL.join(', ')}, separated by commas` };
    },
  }),
  deviceCopyDays: integer(
    'BHXH_DEVICE_COPY_DAYS',
    0,
    365,
    '30',
    'Days a person may keep a sealed copy of their health card on their device at most (C6); a page may offer fewer. 0: none is offered.',
  ),
} as const satisfies Record<string, Setting>;
