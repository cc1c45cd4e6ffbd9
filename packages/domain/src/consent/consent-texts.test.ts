import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CONSENT_TEXTS, CONSENT_VERSION, CONSENTS } from './consent-texts.js';

describe('the texts of consents', () => {
  it('R16 · a changed text is a new version: what somebody agreed to can be read later', () => {
    const texts = createHash('sha256').update(JSON.stringify(CONSENT_TEXTS)).digest('hex').slice(0, 16);
    expect([CONSENT_VERSION, texts]).toEqual(['2026-11-21', 'ebd3a322226008e1']);
  });

  it('R16 · each is there in both languages; a guardian’s says the commitment too', () => {
    for (const id of CONSENTS) expect(CONSENT_TEXTS[id].en).not.toBe(CONSENT_TEXTS[id].vi);
    for (const language of ['vi', 'en'] as const) expect(CONSENT_TEXTS.guardian[language].startsWith(CONSENT_TEXTS.commitment[language])).toBe(true);
  });
});
