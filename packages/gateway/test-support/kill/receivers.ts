import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message a receiver was given, by its id: how often, and every text it had. */
export interface Taken {
  readonly channel: 'sms' | 'email';
  readonly to: string;
  /** Of an SMS; of a mail the same for all attempts of an id. */
  readonly texts: Set<string>;
  times: number;
}

/** One delivery of a message. */
export interface Delivery {
  readonly id: string;
  readonly refused: boolean;
  /** Since then the gateway could know that it was taken. */
  answered: boolean;
}

/** A mail server and an SMS provider that keep what they are given, by message id. */
export interface Receivers {
  readonly taken: ReadonlyMap<string, Taken>;
  /** The settings of a gateway that sends to them. */
  readonly env: Readonly<Record<string, string>>;
  /** Deliveries under way. */
  readonly open: () => number;
  /** Called when a delivery begins. */
  onArrival: (delivery: Delivery) => void;
  /** Whether some are refused, and some taken without an answer. */
  reliable: boolean;
  readonly close: () => Promise<void>;
}

/** What happens to one delivery: of twenty one is refused, one is taken and its answer lost, and each lasts a little, so that a kill can meet it. */
const chance = (reliable: boolean) => ({ outcome: reliable ? 9 : Math.floor(Math.random() * 20), lasts: reliable ? 0 : Math.random() * 30 });
const REFUSED = 0;
const ANSWER_LOST = 1;

export async function openReceivers(): Promise<Receivers> {
  const taken = new Map<string, Taken>();
  let open = 0;

  function take(id: string, channel: Taken['channel'], to: string, text: string): void {
    const known = taken.get(id) ?? { channel, to, texts: new Set<string>(), times: 0 };
    known.times++;
    known.texts.add(`${to} ${text}`);
    taken.set(id, known);
  }

  async function arriving(id: string, act: (outcome: number) => void): Promise<void> {
    const { outcome, lasts } = chance(receivers.reliable);
    const delivery = { id, refused: outcome === REFUSED, answered: false };
    open++;
    receivers.onArrival(delivery);
    await new Promise((resolve) => setTimeout(resolve, lasts));
    open--;
    act(outcome);
    delivery.answered = outcome !== ANSWER_LOST;
  }

  const provider = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { id, to, text } = JSON.parse(body) as { id: string; to: string; text: string };
      void arriving(id, (outcome) => {
        if (outcome === REFUSED) return response.writeHead(500).end();
        const before = taken.has(id);
        take(id, 'sms', to, text);
        if (outcome === ANSWER_LOST) return request.socket.destroy();
        return response.writeHead(before ? 409 : 200).end();
      });
    });
  });
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));

  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        const [, id = ''] = /^Message-ID: <([^@>]+)@/im.exec(text) ?? [];
        void arriving(id, (outcome) => {
          if (outcome === REFUSED) return done(new Error('later'));
          take(id, 'email', session.envelope.rcptTo[0]?.address ?? '', /^Subject: .*(?:\r\n[ \t].*)*/im.exec(text)?.[0] ?? '');
          return done(outcome === ANSWER_LOST ? new Error('answer lost') : null);
        });
      });
    },
  });
  // A killed gateway leaves its connections half open.
  mail.on('error', () => undefined);
  await new Promise<void>((done) => mail.listen(0, '127.0.0.1', done));

  const receivers: Receivers = {
    taken,
    env: {
      BHXH_SMS_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/`,
      BHXH_SMS_TOKEN: 'a token of the tests',
      BHXH_SMTP_HOST: '127.0.0.1',
      BHXH_SMTP_PORT: String((mail.server.address() as AddressInfo).port),
      BHXH_SMTP_SECURITY: 'none',
      BHXH_SMTP_FROM: 'khong-tra-loi@bhxh.example.vn',
    },
    open: () => open,
    onArrival: () => undefined,
    reliable: false,
    close: async () => {
      provider.closeAllConnections();
      await new Promise((done) => provider.close(done));
      await new Promise<void>((done) => mail.close(() => done()));
    },
  };
  return receivers;
}
