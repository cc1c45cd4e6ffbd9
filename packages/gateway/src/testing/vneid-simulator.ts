import { createHash, type KeyObject } from 'node:crypto';
import { Hono } from 'hono';
import { CompactEncrypt } from 'jose';
import { newToken } from '../secrets/secrets.js';
import { choicePage } from './vneid-simulator-page.js';

/** An invented person of the simulator. `down` stands for a provider that does not answer. */
export interface SimulatedPerson {
  readonly fullName: string;
  readonly personalId: string;
  /** As the paper has it: `28/02/1985`. */
  readonly dateOfBirth: string;
  readonly sex?: 'male' | 'female';
  readonly level: 1 | 2;
  readonly down?: true;
  /** What the person is there to show, for the page. */
  readonly shows: string;
}

/** What a simulator is made of. */
export interface SimulatorOptions {
  readonly persons: readonly SimulatedPerson[];
  readonly clientId: string;
  readonly clientSecret: string;
  /** The installation's public key: both answers are encrypted for it. */
  readonly publicKey: KeyObject;
  /** Where its page stands, e.g. `/sandbox/vneid/authorize`. */
  readonly authorizePath: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Grant {
  readonly person: SimulatedPerson;
  readonly returnTo: string;
  readonly codeChallenge: string;
  readonly expiresAt: number;
}

/** Milliseconds a code is good for, and an access token. */
const CODE_LIFE = 60_000;
const TOKEN_LIFE = 300_000;

/**
 * VNeID as far as its code flow can be told from outside, for tests and the sandbox: a form-encoded token call with PKCE, both answers as compact JWE, no id_token, and a nonce
 * that never comes back. Everybody in it is invented; it is never mounted where real people declare.
 */
export function vneidSimulator(options: SimulatorOptions): Hono {
  const { persons, clientId, clientSecret, publicKey, authorizePath, now } = options;
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, Omit<Grant, 'codeChallenge' | 'returnTo'>>();
  const app = new Hono();

  const encrypted = async (answer: object): Promise<Response> => {
    const bytes = new TextEncoder().encode(JSON.stringify(answer));
    const body = await new CompactEncrypt(bytes).setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }).encrypt(publicKey);
    return new Response(body, { headers: { 'Content-Type': 'application/jose', 'Cache-Control': 'no-store' } });
  };
  const refused = (error: string, status: 400 | 401 = 400): Response => Response.json({ error }, { status });

  /** The page somebody signs in on: which invented person, or none. */
  app.get('/authorize', (context) => {
    const asked = context.req.query();
    const { redirect_uri: returnTo = '', state = '', code_challenge: codeChallenge = '', person, cancel } = asked;
    const right = asked['response_type'] === 'code' && asked['client_id'] === clientId && asked['code_challenge_method'] === 'S256';
    if (!right || !URL.canParse(returnTo) || !state || !codeChallenge) return new Response('invalid_request', { status: 400 });
    const back = (answer: Record<string, string>): Response => {
      const to = new URL(returnTo);
      for (const [name, value] of Object.entries({ ...answer, state })) to.searchParams.set(name, value);
      return context.redirect(to.href, 302);
    };
    if (cancel !== undefined) return back({ error: 'access_denied' });
    const chosen = persons.find(({ personalId }) => personalId === person);
    if (!chosen) {
      const search = new URL(context.req.url).searchParams.toString();
      return choicePage(persons, `${authorizePath}?${search}`);
    }
    const code = newToken();
    codes.set(code, { person: chosen, returnTo, codeChallenge, expiresAt: now() + CODE_LIFE });
    return back({ code });
  });

  app.post('/token', async (context) => {
    if (!(context.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) return refused('invalid_request');
    const asked = new URLSearchParams(await context.req.text());
    if (asked.get('client_id') !== clientId || asked.get('client_secret') !== clientSecret) return refused('invalid_client', 401);
    const code = asked.get('code') ?? '';
    const grant = codes.get(code);
    codes.delete(code);
    const proven =
      createHash('sha256')
        .update(asked.get('code_verifier') ?? '')
        .digest('base64url') === grant?.codeChallenge;
    const right = asked.get('grant_type') === 'authorization_code' && asked.get('redirect_uri') === grant?.returnTo;
    if (!grant || grant.expiresAt <= now() || !proven || !right) return refused('invalid_grant');
    if (grant.person.down) return new Response(null, { status: 503 });
    const token = newToken();
    tokens.set(token, { person: grant.person, expiresAt: now() + TOKEN_LIFE });
    return encrypted({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE / 1000 });
  });

  app.get('/person', (context) => {
    const grant = tokens.get(/^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '');
    if (!grant || grant.expiresAt <= now()) return refused('invalid_token', 401);
    const { fullName, personalId, dateOfBirth, sex, level } = grant.person;
    return encrypted({ full_name: fullName, personal_id: personalId, date_of_birth: dateOfBirth, ...(sex && { sex }), level });
  });
  return app;
}
