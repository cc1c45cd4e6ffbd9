import fc from 'fast-check';
import * as z from 'zod/mini';

/** The part of JSON Schema the contract's requests are written in. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Values in the shape of a schema, as a client would send them. */
export const inShapeOf = (schema: z.ZodMiniType): fc.Arbitrary<unknown> =>
  values(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema).filter((value) => schema.safeParse(value).success);

/** As long as an id of a row, and one that is nobody's: what a database takes for no id at all, it fails at. */
const NEARLY_IDS = ['-'.repeat(36), 'f'.repeat(36), '00000000-0000-4000-8000-000000000000'];

/** Texts as people type them, so that some get past the shapes to the rules. */
const PLAUSIBLE = ['01', '9999999001', '079299000001', '0900000001', 'nguyen.van.a@example.vn', '2026-11-30', '00106', '001', '00001', '00001.GD_2026_001', 'Nguyễn Văn A', ...NEARLY_IDS];

function values(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(values));
  if (schema.type === 'object') return fc.record(mapped(schema.properties ?? {}), { requiredKeys: [...(schema.required ?? [])] });
  if (schema.type === 'array') return fc.array(values(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, 3) });
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e9), max: Math.min(schema.maximum ?? 1000, 1e9) });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  const [shortest, longest] = [schema.minLength ?? 0, schema.maxLength ?? 40];
  return fc.oneof(fc.constantFrom(...PLAUSIBLE.filter((text) => text.length >= shortest && text.length <= longest)), fc.string({ minLength: shortest, maxLength: Math.max(shortest, Math.min(longest, 40)), unit: 'grapheme' }));
}

const mapped = (properties: Readonly<Record<string, Schema>>) => Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, values(schema)]));

/** In every hostile text and name, to look for it afterwards. */
export const CANARY = 'KANARI';

const deep = (levels: number): unknown => (levels === 0 ? CANARY : [deep(levels - 1)]);

/** What near-good requests carry in one place: other types, too much, and texts that mean something to a parser, a database, a terminal or a log. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0.5, 1e308, 2 ** 53, [], {}, [[CANARY]], { [CANARY]: CANARY }, deep(500), JSON.parse(`{"__proto__":{"${CANARY}":1},"constructor":"${CANARY}"}`)),
  fc.constantFrom(
    `${CANARY}\u0000`,
    `${CANARY}\ud800`,
    `\u202e${CANARY}\u0301\ufeff`,
    `${CANARY}\r\nSet-Cookie: a=b`,
    `'; drop table declarations; -- ${CANARY}`,
    `../../${CANARY}`,
    `%00${CANARY}%ff`,
    `\${${CANARY}}{{${CANARY}}}`,
    `<script>${CANARY}</script>`,
    CANARY.repeat(3000),
    `${CANARY}\u{1F600}`.repeat(20),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `${text}${CANARY}`),
);

/** A value with one place of it put wrong, and the pointer of that place. */
export interface Damaged {
  readonly value: unknown;
  readonly pointer: string;
}

export const damaged = (good: fc.Arbitrary<unknown>): fc.Arbitrary<Damaged> =>
  fc.tuple(good, fc.nat(), fc.oneof({ weight: 6, arbitrary: hostile.map((put) => ({ put })) }, { weight: 1, arbitrary: fc.constantFrom<Damage>('remove', 'add') })).map(damage);

type Damage = 'remove' | 'add' | { readonly put: unknown };

function damage([good, at, how]: [unknown, number, Damage]): Damaged {
  const value: unknown = structuredClone(good);
  const places = placesOf(value);
  const { holder, name, pointer } = places[at % places.length] ?? { holder: undefined, name: '', pointer: '' };
  if (how === 'add' || holder === undefined) return { value: { ...(value as object), [CANARY]: CANARY }, pointer: '' };
  if (how === 'remove') delete holder[name];
  else holder[name] = how.put;
  return { value, pointer };
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
  readonly pointer: string;
}

function placesOf(value: unknown, pointer = ''): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const own = `${pointer}/${name}`;
    return [{ holder: value as Record<string, unknown>, name, pointer: own }, ...placesOf(inner, own)];
  });
}
