import { DeclarationSubmission } from '@bhxh-kit/domain';
import { describe, expect, it } from 'vitest';
import { createClient } from '../client/create-client.js';
import { sampleAdjustment, sampleOrganisation, sampleStop } from './sample-declaration.js';
import { createTestGateway } from './test-gateway.js';

const client = () => createClient({ baseUrl: 'https://gateway.test', fetch: createTestGateway().fetch });

describe('the samples of a declaration', () => {
  it.each([
    ['R2 · adjusting', sampleAdjustment],
    ['R2 · stopping', sampleStop],
    ['R1 · an organisation', sampleOrganisation],
  ])('%s is taken by the gateway in memory, and followed by its phone', async (_, sample) => {
    const bhxh = client();
    const submission = DeclarationSubmission.parse(JSON.parse(JSON.stringify(sample)));
    const { reference } = await bhxh.declarations.submit(submission);
    expect(await bhxh.declarations.follow({ reference, contact: sample.mobilePhone })).toMatchObject({ status: 'waiting-for-paper' });
  });

  it('R2 · what does not belong to the purpose is refused at its field', async () => {
    const refusal = client().declarations.submit({ ...sampleStop, email: 'mau@example.vn' });
    await expect(refusal).rejects.toMatchObject({ fieldErrors: [{ pointer: '/email', code: 'part.unasked' }] });
  });
});
