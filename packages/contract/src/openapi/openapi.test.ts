import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operationList } from '../operations.js';
import { openApiDocument as documentOf } from './openapi.js';
import { summariesOf } from './summaries.js';

const summaries = summariesOf(['first', 'later'].map((list) => readFileSync(new URL(`../${list}-operations.ts`, import.meta.url), 'utf8')).join('\n'));
const openApiDocument = () => documentOf(summaries);

describe('the OpenAPI document', () => {
  it('has every operation once', () => {
    const { paths } = openApiDocument() as { paths: Record<string, Record<string, { operationId: string }>> };
    const ids = Object.values(paths).flatMap((item) => Object.values(item).map((operation) => operation.operationId));
    expect(ids.sort()).toEqual(operationList.map((row) => row.name.replace('.', '_')).sort());
  });

  it('has a sentence for every operation', () => {
    expect(Object.keys(summaries).sort()).toEqual(operationList.map((row) => row.name).sort());
    for (const sentence of Object.values(summaries)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('points only at schemas it has', () => {
    const document = openApiDocument() as { components: { schemas: Record<string, unknown> } };
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, id]) => id);
    expect(refs.filter((id) => !id || !(id in document.components.schemas))).toEqual([]);
  });

  it('is what the committed file says', () => {
    const committed: unknown = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
    expect(committed).toEqual(openApiDocument());
  });
});
