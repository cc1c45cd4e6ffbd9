import { redact } from '@bhxh-kit/contract';
import pino, { type DestinationStream } from 'pino';
import type { Settings } from '../settings/settings.js';

/** What the gateway writes down about itself: JSON lines without personal data. Addresses, paths, bodies and the words of failures never enter a line. */
export interface GatewayLog {
  answered(requestId: string, operation: string, status: number, milliseconds: number): void;
  failed(requestId: string, operation: string, code: string, failure: unknown): void;
  /** Something of the gateway itself. Facts go through the contract's redaction; numbers and the names in `open` pass. */
  said(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warned(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

export function openLog({ log: level }: Pick<Settings, 'log'>, destination?: DestinationStream): GatewayLog {
  const options = { level, base: undefined, formatters: { level: (label: string) => ({ level: label }) } };
  const lines = destination ? pino(options, destination) : pino(options);
  return {
    answered: (requestId, operation, status, milliseconds) =>
      lines.info({ requestId, operation, status, milliseconds: Math.round(milliseconds * 10) / 10 }, 'answered'),
    failed: (requestId, operation, code, failure) => {
      if (code.startsWith('server.')) lines.error({ requestId, operation, code, ...failureFacts(failure) }, 'failed');
      else lines.debug({ requestId, operation, code }, 'refused');
    },
    said: (message, facts = {}) => lines.info(safe(facts), message),
    warned: (message, facts = {}) => lines.warn(safe(facts), message),
  };
}

/** Counts and moments pass; anything else as the contract classes its name. */
const safe = (facts: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'number' ? value : (redact({ [name]: value }) as Record<string, unknown>)[name]]),
  );

/** Names, codes and places of a failure and its causes. Never messages: PostgreSQL and drizzle put the values of a row into theirs. */
export function failureFacts(failure: unknown): object {
  const chain: object[] = [];
  for (let at = failure; at instanceof Error && chain.length < 5; at = at.cause) {
    const code = (at as NodeJS.ErrnoException).code;
    // The message stands before the places, and a line of it may look like one.
    const frames = (at.stack ?? '')
      .replace(at.message, '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim());
    chain.push({ error: at.name, ...(typeof code === 'string' && { errorCode: code }), frames });
  }
  return { failures: chain };
}
