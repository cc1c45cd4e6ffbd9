import { CONSENT_TEXTS } from '@bhxh-kit/domain/consent/consent-texts.js';
import { describe, expect, it } from 'vitest';
import { identityWords } from './identity-words.js';
import { purposeWords } from './purpose-words.js';
import english from './words.en.js';
import { declarationFormWords } from './words.js';

describe('the texts beside the ticks', () => {
  it('R16 · are those of the domain’s catalogue, whose version goes with the declaration', () => {
    expect([declarationFormWords.vi.commitmentText, english.commitmentText]).toEqual([CONSENT_TEXTS.commitment.vi, CONSENT_TEXTS.commitment.en]);
    expect([purposeWords.vi['commitmentText-child'], purposeWords.en['commitmentText-child']]).toEqual([CONSENT_TEXTS.guardian.vi, CONSENT_TEXTS.guardian.en]);
    expect([identityWords.vi.identityOffer, identityWords.en.identityOffer]).toEqual([CONSENT_TEXTS.identity.vi, CONSENT_TEXTS.identity.en]);
  });
});
