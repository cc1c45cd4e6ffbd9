import { parseArgs } from 'node:util';
import { AUDIT_HELP, auditCommand } from '../audit/audit-commands.js';
import { createGateway } from '../gateway.js';
import { KEYS_HELP, keysCommand, keysOf } from '../integrators/key-commands.js';
import { OFFICER_HELP, officerCommand } from '../officers/officer-commands.js';
import { readSettings, SettingsWrong, settingsTable } from '../settings/settings.js';
import { openDatabase } from '../storage/database.js';
import { VERSION } from '../system/version.js';

const HELP = `bhxh-gateway ${VERSION}: the reference gateway of bhxh-kit

  bhxh-gateway serve [--port 8787|8787+|auto]   opens the database, brings it up to date and serves
  bhxh-gateway migrate                          only brings the database up to date
  bhxh-gateway settings                         prints every setting of the environment
${OFFICER_HELP}
${KEYS_HELP}
${AUDIT_HELP}

Try it: BHXH_SANDBOX=1 bhxh-gateway serve`;

/** Runs one command; answers the exit code. */
export async function run(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
  complain: (line: string) => void,
): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        name: { type: 'string' },
        agency: { type: 'string' },
        head: { type: 'string' },
        scope: { type: 'string', multiple: true },
        until: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [command = 'help', ...rest] = positionals;
    if (values.help || command === 'help') return said(HELP);
    if (command === 'officer') return said(await officerCommand(rest, values, readSettings(environment)));
    if (command === 'keys') return said(await keysCommand(rest, values, keysOf(readSettings(environment))));
    if (command === 'audit') return said(await auditCommand(rest, values, readSettings(environment)));
    if (rest.length > 0) return wrong(`Too many words after ${command}.\n\n${HELP}`);
    if (command === 'settings') return said(settingsTable());
    if (command !== 'serve' && command !== 'migrate') return wrong(`There is no command ${command}.\n\n${HELP}`);
    const settings = readSettings(values.port === undefined ? environment : { ...environment, BHXH_PORT: values.port });
    if (command === 'migrate') {
      await (await openDatabase(settings)).close();
      return said('The database is up to date.');
    }
    const gateway = await createGateway({ settings });
    const listening = await gateway.listen().catch(async (failure: unknown) => {
      await gateway.close();
      throw failure;
    });
    // Listened for before the address is told: whoever waits for it may stop the gateway in the same moment.
    const asked = signal();
    if (listening.takenPort !== undefined) say(`Port ${listening.takenPort} is taken, so ${listening.port} is used.`);
    say(`bhxh-gateway ${VERSION} at ${listening.url}/v1/health`);
    const sandbox = `${listening.url}/sandbox`;
    if (settings.sandbox) say(`Sandbox: personas at ${sandbox}/personas, officers at ${sandbox}/officers, sent notices at ${sandbox}/outbox`);
    await asked;
    await gateway.close();
    return 0;
  } catch (failure) {
    if (failure instanceof SettingsWrong) return wrong(failure.problems.map((problem) => `• ${problem}`).join('\n'));
    return wrong(failure instanceof Error ? failure.message : 'The gateway could not start.');
  }

  function said(text: string): number {
    say(text);
    return 0;
  }
  function wrong(text: string): number {
    complain(text);
    return 1;
  }
}

/** The first SIGINT or SIGTERM; a second one ends at once. */
const signal = (): Promise<void> =>
  new Promise((asked) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => asked());
  });
