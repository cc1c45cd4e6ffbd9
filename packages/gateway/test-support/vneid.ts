import { operations } from '@bhxh-kit/contract';
import type { TestGateway } from './gateway.js';

/** What a browser hands in that went to the simulator, was somebody there, and came back. Without a person it cancelled. */
export async function cameBack(gateway: TestGateway, returnTo: string, person?: string): Promise<Record<string, string>> {
  const { body } = await gateway.call(operations.vneid.begin, { returnTo });
  const answer = await gateway.fetch(new Request(`http://gateway.example${body.authorizeUrl}&${person ? `person=${person}` : 'cancel=1'}`));
  const { searchParams } = new URL(answer.headers.get('Location') ?? '');
  const [code, error] = [searchParams.get('code'), searchParams.get('error')];
  return {
    vneidState: searchParams.get('state') ?? '',
    browserKey: body.browserKey,
    returnTo,
    ...(code !== null && { vneidCode: code }),
    ...(error !== null && { vneidError: error }),
  };
}
