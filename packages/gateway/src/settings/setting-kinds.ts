import type { RateBucket } from '@bhxh-kit/contract';

/** What a text of the environment means; or, in plain words, what is wrong with it. */
export type Read<Value> = { readonly value: Value } | { readonly wrong: string };

/** One setting: everything the start, the help and the README say of it. */
export interface Setting<Value = unknown> {
  readonly name: string;
  readonly kind: string;
  /** As text, read like any other; without one the setting may be absent. */
  readonly default?: string;
  readonly meaning: string;
  readonly read: (text: string) => Read<Value>;
}

export const setting = <Value>(row: Setting<Value>): Setting<Value> => row;

export const integer = (name: string, from: number, to: number, preset: string, meaning: string): Setting<number> => ({
  name,
  kind: `whole number ${from}–${to}`,
  default: preset,
  meaning,
  read: (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? { value: Number(text) } : { wrong: `must be a whole number from ${from} to ${to}` },
});

export const text = (name: string, kind: string, preset: string, meaning: string): Setting<string> => ({
  name,
  kind,
  default: preset,
  meaning,
  read: (value) => ({ value }),
});

/** A rate: so many calls of one address in so many seconds. */
export interface Rate {
  readonly calls: number;
  readonly seconds: number;
}

export const rate = (bucket: RateBucket, preset: string, meaning: string): Setting<Rate> => ({
  name: `BHXH_RATE_${bucket.replace('-', '_').toUpperCase()}`,
  kind: 'calls/seconds',
  default: preset,
  meaning,
  read: (value) => {
    const [, calls, seconds] = /^([1-9]\d{0,6})\/([1-9]\d{0,4})$/.exec(value) ?? [];
    return calls && seconds
      ? { value: { calls: Number(calls), seconds: Number(seconds) } }
      : { wrong: 'must be calls/seconds, e.g. 30/60 for 30 calls a minute' };
  },
});

export const origins = (name: string, meaning: string): Setting<readonly string[]> => ({
  name,
  kind: 'origins, comma-separated',
  default: '',
  meaning,
  read: (value) => {
    const named = value
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean);
    return named.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin)
      ? { value: named }
      : { wrong: 'must be origins such as https://bhxh.example.vn, without a path or a slash at the end, separated by commas' };
  },
});

export const url = (name: string, protocols: readonly string[], meaning: string): Setting<string | undefined> => ({
  name,
  kind: `URL (${protocols.join(', ')})`,
  meaning,
  read: (value) =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol)
      ? { value }
      : { wrong: `must be a URL beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}` },
});

export const secretOf = (name: string, meaning: string): Setting<string | undefined> => ({
  name,
  kind: 'at least 32 bytes',
  meaning,
  read: (value) => (Buffer.byteLength(value) >= 32 ? { value } : { wrong: 'must have at least 32 bytes; `openssl rand -base64 48` makes one' }),
});

/** One of some words, the first being what holds unless said. */
export const oneOf = <const Word extends string>(name: string, words: readonly [Word, ...Word[]], meaning: string): Setting<Word> => ({
  name,
  kind: words.join(', '),
  default: words[0],
  meaning,
  read: (value) => (words.includes(value as Word) ? { value: value as Word } : { wrong: `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` }),
});

/** A text that may be absent. */
export const maybe = (name: string, kind: string, meaning: string): Setting<string | undefined> => ({ name, kind, meaning, read: (value) => ({ value }) });
