import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsWrong, settingsTable } from './settings.js';
import { SETTINGS } from './settings-table.js';

const secret = 'x'.repeat(32);

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (failure) {
    if (failure instanceof SettingsWrong) return failure.problems;
    throw failure;
  }
  return [];
}

describe('settings', () => {
  it('start with a secret alone', () => {
    expect(readSettings({ BHXH_SECRET: secret })).toMatchObject({
      port: { port: 8787, orNext: false },
      host: '127.0.0.1',
      dataFolder: './bhxh-data',
      sandbox: false,
      rateFollow: { calls: 30, seconds: 600 },
    });
  });

  it('tell everything that is wrong at once, one sentence each, without the values', () => {
    const problems = problemsOf({
      BHXH_SECRET: 'KANARI too short',
      BHXH_PORT: '99999',
      BHXH_SANDBOX: 'KANARI',
      BHXH_RULE_PACK: '2022',
      DATABASE_URL: 'mysql://KANARI',
      BHXH_ALLOWED_ORIGINS: 'https://a.example.vn/',
      BHXH_TRUSTED_PROXIES: '-1',
      BHXH_RATE_FOLLOW: 'many',
      BHXH_LOG: 'loud',
      BHXH_SECRTE: 'KANARI',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'BHXH_PORT',
      'DATABASE_URL',
      'BHXH_SECRET',
      'BHXH_SANDBOX',
      'BHXH_RULE_PACK',
      'BHXH_ALLOWED_ORIGINS',
      'BHXH_TRUSTED_PROXIES',
      'BHXH_LOG',
      'BHXH_RATE_FOLLOW',
      'BHXH_SECRTE',
    ]);
    expect(problems.join()).not.toContain('KANARI');
    for (const problem of problems) expect(problem).toMatch(/\.$/);
  });

  it('want a secret outside the sandbox, and a fixed rule pack only in it', () => {
    expect(problemsOf({})).toEqual([expect.stringMatching(/^BHXH_SECRET is missing\. .*openssl rand/)]);
    expect(problemsOf({ BHXH_SECRET: secret, BHXH_RULE_PACK: '2021' })).toEqual([expect.stringMatching(/^BHXH_RULE_PACK works only in the sandbox/)]);
    expect(problemsOf({ BHXH_SANDBOX: '1', BHXH_RULE_PACK: '2021' })).toEqual([]);
  });

  it('want a secret for the webhook, which signs with no other', () => {
    const webhook = { BHXH_SECRET: secret, BHXH_NOTICE_WEBHOOK: 'https://sms.example.vn/notices' };
    expect(problemsOf(webhook)).toEqual([expect.stringMatching(/^BHXH_NOTICE_WEBHOOK_SECRET is missing: .*openssl rand/)]);
    expect(problemsOf({ ...webhook, BHXH_NOTICE_WEBHOOK_SECRET: 'short' })).toEqual([expect.stringMatching(/^BHXH_NOTICE_WEBHOOK_SECRET must have/)]);
    expect(problemsOf({ ...webhook, BHXH_NOTICE_WEBHOOK_SECRET: secret })).toEqual([]);
  });

  it('O1 · want a page at the domain of the passkeys, over https', () => {
    const site = { BHXH_SECRET: secret, BHXH_PASSKEY_SITE: 'bhxh.example.vn' };
    const nowhere = [expect.stringMatching(/^BHXH_PASSKEY_SITE has no page: .*https:\/\/bhxh\.example\.vn\.$/)];
    for (const origins of ['', 'https://truong.example.vn', 'http://bhxh.example.vn', 'https://khacbhxh.example.vn'])
      expect(problemsOf({ ...site, BHXH_ALLOWED_ORIGINS: origins }), origins).toEqual(nowhere);
    const pages: readonly Record<string, string>[] = [
      { BHXH_ALLOWED_ORIGINS: 'https://duyet.bhxh.example.vn' },
      { BHXH_PUBLIC_URL: 'https://bhxh.example.vn/kit' },
    ];
    for (const page of pages) expect(problemsOf({ ...site, ...page })).toEqual([]);
    for (const wrong of ['https://bhxh.example.vn', 'BHXH.example.vn', 'bhxh.example.vn/', '127.0.0.1', 'vn'])
      expect(problemsOf({ ...site, BHXH_PASSKEY_SITE: wrong }), wrong).toEqual([expect.stringMatching(/^BHXH_PASSKEY_SITE must be a domain/)]);
  });

  it('A7 · take pages of other domains for passkeys only over https, where they may call, and with a site', () => {
    const site = {
      BHXH_SECRET: secret,
      BHXH_PASSKEY_SITE: 'bhxh.example.vn',
      BHXH_ALLOWED_ORIGINS: 'https://bhxh.example.vn,https://truong.example.vn,http://cu.example.vn',
    };
    expect(problemsOf({ ...site, BHXH_PASSKEY_PAGES: 'https://truong.example.vn' })).toEqual([]);
    for (const [page, environment] of [
      ['https://benhvien.example.vn', site],
      ['http://cu.example.vn', site],
      ['https://truong.example.vn', { ...site, BHXH_PASSKEY_SITE: '' }],
    ] as const)
      expect(problemsOf({ ...environment, BHXH_PASSKEY_PAGES: page }), page).toEqual([expect.stringContaining(`cannot use passkeys: ${page}.`)]);
  });

  it('take a port, a port or the next free one, or any', () => {
    const port = (text: string) => readSettings({ BHXH_SECRET: secret, BHXH_PORT: text }).port;
    expect([port('9000'), port('9000+'), port('auto'), port('0')]).toEqual([
      { port: 9000, orNext: false },
      { port: 9000, orNext: true },
      { port: 8787, orNext: true },
      { port: 0, orNext: false },
    ]);
  });

  it('want a port for the metrics that is not the one of the API, except where any will do', () => {
    const ports = { BHXH_SECRET: secret, BHXH_PORT: '9000+' };
    expect(problemsOf({ ...ports, BHXH_METRICS_PORT: '9000' })).toEqual(['BHXH_METRICS_PORT must be another port than that of BHXH_PORT.']);
    expect(problemsOf({ ...ports, BHXH_METRICS_PORT: '9001' })).toEqual([]);
    expect(problemsOf({ BHXH_SECRET: secret, BHXH_PORT: '0', BHXH_METRICS_PORT: '0' })).toEqual([]);
  });

  it('have defaults that are right, and the README shows every one as it is', () => {
    for (const row of Object.values(SETTINGS))
      if ('default' in row && row.default !== undefined) expect(row.read(row.default), row.name).toHaveProperty('value');
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(settingsTable());
  });
});
