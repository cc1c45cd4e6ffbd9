import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { CHALLENGED } from './challenges/challenges.js';
import { ERROR_STATUS, type ErrorCode } from './errors/errors.js';
import { errorWords } from './errors/words.js';
import { FIELD_CLASSES, redact } from './fields/fields.js';
import { isBytes, type Operation } from './operation/operation.js';
import { operationList, operations } from './operations.js';

const schemasOf = (row: Operation): z.ZodMiniType[] =>
  [row.params, row.query, row.body, row.response].filter((part) => part !== undefined && !isBytes(part)) as z.ZodMiniType[];

function propertyNames(node: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(node)) node.forEach((inner) => propertyNames(inner, into));
  else if (typeof node === 'object' && node !== null) {
    for (const [key, inner] of Object.entries(node)) {
      if (key === 'properties') Object.keys(inner as object).forEach((name) => into.add(name));
      propertyNames(inner, into);
    }
  }
  return into;
}

describe('the operation list', () => {
  it('names every row after its place', () => {
    for (const [noun, verbs] of Object.entries(operations)) for (const [verb, row] of Object.entries(verbs)) expect(row.name).toBe(`${noun}.${verb}`);
  });

  it('has one row for a method and path', () => {
    const routes = operationList.map((row) => `${row.method} ${row.path.replace(/\{\w+\}/g, '{}')}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it('declares a parameter for each placeholder of a path and no other', () => {
    for (const row of operationList) {
      const placeholders = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const declared = row.params ? Object.keys((z.toJSONSchema(row.params) as { properties: object }).properties).sort() : [];
      expect(declared, row.name).toEqual(placeholders);
    }
  });

  it('keeps personal data out of every URL', () => {
    for (const row of operationList) {
      for (const schema of [row.params, row.query]) {
        if (!schema) continue;
        for (const name of propertyNames(z.toJSONSchema(schema))) expect(FIELD_CLASSES[name], `${row.name} ${name}`).toBe('open');
      }
    }
  });

  it('retries a write only under its key, unless sending it twice does nothing twice', () => {
    const harmless = new Set([
      'photographs.append',
      'photographs.discard',
      'session.signOut',
      'officers.removePasskey',
      'passkeys.remove',
      'devices.signOutEverywhere',
    ]);
    for (const row of operationList) {
      if (row.pii === 'none' && row.method === 'GET') expect(row.retry, row.name).toBe('safe');
      if (row.method === 'DELETE' || row.method === 'PUT') expect(harmless.has(row.name), row.name).toBe(true);
    }
    expect(operations.session.signIn.retry).toBe('never');
    expect(operations.session.refresh.retry).toBe('never');
  });

  it('takes strict requests and gives loose answers', () => {
    for (const row of operationList) {
      for (const schema of [row.params, row.query, row.body]) {
        if (schema && !isBytes(schema)) expect((z.toJSONSchema(schema) as z.core.JSONSchema.ObjectSchema).additionalProperties, row.name).toBe(false);
      }
      if (row.response && !isBytes(row.response))
        expect((z.toJSONSchema(row.response) as z.core.JSONSchema.ObjectSchema).additionalProperties, row.name).not.toBe(false);
    }
  });

  it('transforms nothing on the wire: what goes in comes out', () => {
    for (const row of operationList) {
      for (const schema of schemasOf(row)) expect(z.toJSONSchema(schema, { io: 'input' }), row.name).toEqual(z.toJSONSchema(schema, { io: 'output' }));
    }
  });
});

describe('field classes', () => {
  it('classify every field name of every operation', () => {
    const names = new Set(operationList.flatMap((row) => schemasOf(row).flatMap((schema) => [...propertyNames(z.toJSONSchema(schema))])));
    const unclassified = [...names].filter((name) => !FIELD_CLASSES[name]);
    expect(unclassified).toEqual([]);
  });

  it('let nothing personal through the redaction, whatever its depth', () => {
    const seen = JSON.stringify(
      redact({
        subject: 'individual',
        fullName: 'Nguyễn Văn A',
        guardian: { identityNumber: '079299000001' },
        photographs: [{ kind: 'portrait', key: 'secret-1' }],
        surprise: '0900000001',
        list: ['x1'],
      }),
    );
    for (const canary of ['Nguyễn', '079299000001', 'secret-1', '0900000001', 'x1']) expect(seen).not.toContain(canary);
    expect(seen).toContain('individual');
    expect(seen).toContain('portrait');
  });
});

describe('errors', () => {
  it('have a sentence in both languages', () => {
    for (const code of Object.keys(ERROR_STATUS) as ErrorCode[]) {
      expect(errorWords[code].vi, code).toMatch(/[.]$/);
      expect(errorWords[code].en, code).toMatch(/[.]$/);
      expect(errorWords[code].en, code).not.toBe(errorWords[code].vi);
    }
  });
});

describe('challenges', () => {
  it('R9 · are asked of the operations that say they carry an answer', () => {
    expect(
      operationList
        .filter(({ challenged }) => challenged)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...CHALLENGED].sort());
  });
});
