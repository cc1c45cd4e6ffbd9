import { type Setting, setting } from '../settings/setting-kinds.js';

const HIGHEST = 9999;

/** Which keys Mẫu 01 is sealed and verified with. */
export const SEAL_SETTINGS = {
  sealKeys: setting<readonly number[]>({
    name: 'BHXH_SEAL_KEYS',
    kind: 'numbers, comma-separated',
    default: '1',
    meaning:
      'Keys of the seal on Mẫu 01, each derived from `BHXH_SECRET` by its number; all are published, the last one seals. To change the key add the next number (`1,2`); to withdraw a key leave its number out: papers sealed with it are then told to be of an unknown key.',
    read: (value) => {
      const numbers = value.split(',').map((number) => number.trim());
      const ascending = numbers.every((number, at) => /^[1-9]\d{0,3}$/.test(number) && (at === 0 || Number(number) > Number(numbers[at - 1])));
      return ascending ? { value: numbers.map(Number) } : { wrong: `must be whole numbers from 1 to ${HIGHEST}, ascending, separated by commas, such as 1,2` };
    },
  }),
} as const satisfies Record<string, Setting>;
