import { readFileSync } from 'node:fs';
import { ERROR_STATUS, type ErrorCode } from '@bhxh-kit/contract';
import { errorWords } from '@bhxh-kit/contract/words';
import { DECLARATION_FAULT_CODES, LATER_FAULT_CODES } from '@bhxh-kit/domain';
import { faultMessage, isFaultCode, loadEveryWord } from '@bhxh-kit/domain/wording';
import { describe, expect, it } from 'vitest';
import { apiErrorClass } from './errors.js';
import { type ClientErrorCode, fetchWords, messageFor } from './words.js';

const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, cell by cell. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .map((cell) =>
        cell
          .trim()
          .replace(/^`([^`]+)`$/, '$1')
          .replaceAll('\\|', '|'),
      )
      .slice(1, -1),
  );
}

describe('the page of errors', () => {
  it('has every refusal of the contract with its status, class and words, and no other', () => {
    const expected = (Object.keys(ERROR_STATUS) as ErrorCode[]).map((code) => {
      const status = ERROR_STATUS[code];
      const { name } = new (apiErrorClass(status))('', { code, status, operation: '' });
      return [code, String(status), name, errorWords[code].vi];
    });
    expect(rowsUnder('Refusals of the gateway').map(([code, status, name, , words]) => [code, status, name, words])).toEqual(expected);
  });

  it('has every failure of the client with its words', async () => {
    await fetchWords();
    const codes: Record<ClientErrorCode, true> = {
      'client.network': true,
      'client.timeout': true,
      'client.aborted': true,
      'client.contract': true,
      'client.refused': true,
    };
    expect(rowsUnder('Failures of the client').map(([code, , , words]) => [code, words])).toEqual(
      Object.keys(codes).map((code) => [code, messageFor(code, 'vi')]),
    );
  });

  it('has every fault of a declaration, with the words people read', async () => {
    await loadEveryWord();
    const rows = rowsUnder('Faults of a field');
    expect(rows.map(([code]) => code)).toEqual(expect.arrayContaining([...DECLARATION_FAULT_CODES, ...LATER_FAULT_CODES]));
    for (const [code = '', words] of rows) expect([code, isFaultCode(code), words]).toEqual([code, true, faultMessage(code, {}, 'vi')]);
  });
});
