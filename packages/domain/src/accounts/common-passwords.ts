import { foldVietnamese } from '../text/fold.js';

/**
 * Words that, with a year or a few digits behind them, lead every list of leaked passwords, here and abroad (NIST SP 800-63B-4 §3.1.1.2 asks to refuse them);
 * with those that suggest themselves on such a page.
 */
const WORDS = new Set(
  `password passw passwd pass matkhau matkhaucuatoi matkhaumoi mk admin administrator root user test demo guest login welcome hello letmein changeme default secret master
  abc abcd abcde abcdef xyz iloveyou ilovu loveyou love anhyeuem emyeuanh yeuem yeuanh toiyeuem toiyeuvietnam toiyeuban nhoem embeyeu conyeu giadinh hanhphuc
  vietnam vietnamese hanoi saigon danang hue haiphong cantho tphcm hochiminh bacho hoangsa truongsa
  baohiem baohiemxahoi baohiemyte bhxh bhxhvn bhyt vssid vneid dichvucong taikhoan cancuoc giaodich dientu
  dragon monkey football baseball superman batman princess sunshine shadow michael pokemon naruto doraemon samsung iphone google facebook zalo gmail
  nguyen nguyenvana tran le pham hoang phan vu dang bui xinchao khongbiet khongco khongnho
  tuananh minhanh ngocanh lananh quynhanh phuonganh hoanganh vietanh ducanh quocanh theanh maianh kimanh haianh minhduc minhtri minhtam minhtuan anhtuan quangminh
  hongnhung thuha thuhuong thutrang huyentrang thuytrang thanhhuyen thanhtung thanhtam thanhlong thanhthao phuongthao bichngoc baongoc thuylinh khanhlinh dieulinh thuydung`.split(
    /\s+/,
  ),
);

/** Walks over the keyboard, in one line or two, from their beginning. */
const WALKS =
  '1234567890 0987654321 qwertyuiop asdfghjkl zxcvbnm poiuytrewq lkjhgfdsa mnbvcxz 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6u7i8o9p0 1qaz2wsx3edc4rfv5tgb6yhn qazwsxedcrfvtgbyhn zaq12wsxcde34rfv a1b2c3d4e5f6g7h8'.split(
    ' ',
  );

/** Letters as people disguise them. */
const DISGUISED: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', $: 's', '3': 'e', '1': 'i', '!': 'i' };

const ADDED_MOST = 6;

/**
 * Whether a password is one of those everybody thinks of first: such a word with a few digits or signs around it, a walk over the keyboard, or the number of a telephone, a date or
 * an identity paper; whatever its case, accents and spaces.
 */
export function isCommon(password: string): boolean {
  const plain = foldVietnamese(password).replace(/\s/g, '');
  const added = plain.length - coreOf(plain).length;
  return [plain, undisguised(plain)].some((text) => added <= ADDED_MOST && WORDS.has(coreOf(text))) || isWalk(plain) || isKnownNumber(plain);
}

/** `0900000001`, `+84 900 000 001`, `28/02/1985`, `1985-02-28!!`, twelve digits of a căn cước: whoever knows the person knows them. */
function isKnownNumber(text: string): boolean {
  if (/\p{L}/u.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  return PHONE.test(digits) || DAY_FIRST.test(digits) || YEAR_FIRST.test(digits) || PERSONAL_ID.test(digits);
}

const PHONE = /^(?:0084|84|0)\d{9}$/;
const DAY_FIRST = /^(?:0?[1-9]|[12]\d|3[01])(?:0?[1-9]|1[0-2])(?:19|20)\d\d$/;
const YEAR_FIRST = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** The code of a province, or of a country, begins with 0. */
const PERSONAL_ID = /^0\d{11}$/;

/** Without the digits and signs before and behind. */
const coreOf = (text: string): string => text.replace(/^[^a-z]+|[^a-z]+$/g, '');

/** `p@ssw0rd2026` as `password2026`: only between letters, so that a year stays one. */
const undisguised = (text: string): string => text.replace(/(?<=[a-z])[@0$31!](?=[a-z@0$31!]*[a-z])/g, (sign) => DISGUISED[sign] ?? sign);

/** One or two walks, one behind the other: `qwertyuiop`, `qwerty123456`. */
function isWalk(text: string): boolean {
  const first = longestWalk(text);
  return first >= WALK_LEAST && (first === text.length || longestWalk(text.slice(first)) === text.length - first);
}

/** How far a text goes along a walk from its beginning. */
function longestWalk(text: string): number {
  let longest = 0;
  for (const walk of WALKS) {
    let at = 0;
    while (at < text.length && text[at] === walk[at]) at++;
    longest = Math.max(longest, at);
  }
  return longest;
}

const WALK_LEAST = 3;
