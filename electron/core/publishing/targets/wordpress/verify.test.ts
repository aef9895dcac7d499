import type { Verification } from '../../../../../shared/contract/publishing.ts';
import type { TargetContext } from '../../target.ts';
import { describe, expect, test } from 'vitest';
import { endless, html, json, type Reply } from '../../site-http/scripted-server.ts';
import { configurationOf, contextWith, index, refusal, scriptedSite, target } from './scripted-site.ts';

describe('verifying tells in lines what is wrong', () => {
  async function lines(
    script: Record<string, Reply>,
    changes: Partial<TargetContext> = {},
  ): Promise<Verification> {
    const { url } = await scriptedSite(script);
    return target.verify(configurationOf(url), contextWith(changes));
  }

  test.each<[string, Record<string, Reply>, string]>([
    ['no WordPress', { '*': html('<h1>Toko</h1>') }, 'not-this-kind-of-site'],
    ['nothing there', { '*': html('', 404) }, 'not-this-kind-of-site'],
    ['a wall of log-in', { '*': html('', 302, { location: '/login?next=/' }) }, 'log-in-wall'],
    ['a firewall', { '*': html('', 403) }, 'firewall'],
    ['a firewall that stops what is sent', { 'POST /wp/v2/posts/0': html('', 406) }, 'firewall'],
    ['the REST interface switched off', { '*': refusal(403, 'rest_disabled') }, 'rest-blocked'],
    ['maintenance', { '*': html('', 503) }, 'server-error'],
    ['slow', { '*': endless }, 'timed-out'],
    ['200 as anonymous', { '/wp/v2/users/me': refusal(401, 'rest_not_logged_in') }, 'wrong-password'],
  ])('%s', async (_name, script, code) => {
    const { ok, checks } = await lines(script);
    expect(ok).toBe(false);
    expect(checks.find((check) => check.code === code)).toMatchObject({ ok: false });
  });

  test('a server clock that is far off, and application passwords that are not offered, warn', async () => {
    const plain = json({ ...index, authentication: [] }, 200, { date: 'Tue, 24 Nov 2026 01:00:00 GMT' });
    const { ok, checks } = await lines({ '/': plain, '/wp-json/': plain });
    expect(ok).toBe(true);
    expect(checks.filter((check) => !check.ok).map(({ code, detail }) => [code, detail])).toEqual([
      ['application-passwords', expect.stringContaining('/wp-json/')],
      ['clock', '3600'],
    ]);
  });

  test.each(['', 'http://', 'ftp://situs.test', 'http:// kosong'])(
    'an address that is none: “%s”',
    async (typed) => {
      const { ok, checks } = await target.verify(configurationOf(typed), contextWith());
      expect(ok).toBe(false);
      expect(checks[0]?.code).toBe('not-this-kind-of-site');
    },
  );

  test('a clock that is a day off is told by how much, on either side', async () => {
    const now = Date.parse('2026-11-24T00:00:00Z');
    const dated = json(index, 200, { date: 'Tue, 24 Nov 2026 00:00:00 GMT' });
    const day = 86_400_000;
    const { checks } = await lines({ '/': dated }, { now: () => now + day });
    expect(checks.at(-1)).toEqual({ code: 'clock', ok: false, detail: '-86400' });
    expect((await lines({ '/': dated }, { now: () => now })).checks.every(({ ok }) => ok)).toBe(true);
  });

  test('a password the host strips is told apart from a wrong one by XML-RPC', async () => {
    const profile = '<member><name>user_id</name><value><string>3</string></value></member>';
    async function told(xmlRpc: Reply): Promise<string | undefined> {
      const site = await scriptedSite({
        '/wp-json/': (response, request) => json({ ...index, url: site.url })(response, request),
        '/wp/v2/users/me': refusal(401, 'rest_not_logged_in'),
        '/xmlrpc.php': xmlRpc,
      });
      return (await target.verify(configurationOf(site.url), contextWith())).checks.at(-1)?.code;
    }
    expect(await told(html(`<methodResponse>${profile}</methodResponse>`))).toBe('basic-auth-blocked');
    expect(await told(html('<methodResponse><fault></fault></methodResponse>'))).toBe('wrong-password');
    expect(await told(html('XML-RPC is off', 405))).toBe('wrong-password');
  });
});
