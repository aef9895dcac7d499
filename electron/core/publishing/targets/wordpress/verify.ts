/** Checks an address, a user and a password one thing after the other, each told as a line. */
import { z } from 'zod';
import type { Verification } from '../../../../../shared/contract/publishing.ts';
import type { WordPressConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import { clientAt, findRoot, type Timeouts, type WordPressClient, type WordPressUser } from './client.ts';
import { isUnprotected } from '../../site-http/address.ts';
import type { RestIndex } from './discover.ts';
import { isPasswordStripped } from './stripped-password.ts';

/** A clock further off than this makes scheduled posts and embargoes go wrong. */
const clockToleranceMs = 120_000;

type Check = Verification['checks'][number];

/**
 * The lines, in order, and whether a delivery would go through. Codes: `site` (WordPress found; detail: its name and REST
 * address), `log-in` (detail: name and roles), `publish-posts`, `upload-files`, `make-categories`, `write` (what is sent
 * reaches WordPress), `encryption` (not encrypted on the way), `application-passwords` (not offered), `clock` (detail:
 * seconds the server is ahead), or one of the PublishErrorCodes where a check could not be made.
 */
export async function verifyWordPress(
  configuration: WordPressConfiguration,
  context: TargetContext,
  timeouts: Timeouts,
): Promise<Verification> {
  const checks: Check[] = [];
  try {
    const index = await findRoot(configuration, context, timeouts);
    checks.push({ code: 'site', ok: true, detail: `${index.name} · ${index.root}` }, ...doubtsOf(index));
    const client = clientAt(index.root, configuration, context, timeouts);
    const user = await logIn(client, index, configuration, context, timeouts);
    checks.push({ code: 'log-in', ok: true, detail: [user.name, user.roles.join(', ')].join(' · ') });
    checks.push(...rightsOf(user));
    const written = await writing(client);
    checks.push(written, ...clockOf(index, context));
    return { ok: user.may('publish_posts') && written.ok, checks };
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    return { ok: false, checks: [...checks, { code: error.code, ok: false, detail: error.message }] };
  }
}

function doubtsOf({ root, takesApplicationPasswords }: RestIndex): Check[] {
  return [
    ...(isUnprotected(new URL(root)) ? [{ code: 'encryption', ok: false, detail: root }] : []),
    ...(takesApplicationPasswords ? [] : [{ code: 'application-passwords', ok: false, detail: root }]),
  ];
}

async function logIn(
  client: WordPressClient,
  index: RestIndex,
  { user }: WordPressConfiguration,
  { secret, signal }: TargetContext,
  { callMs }: Timeouts,
): Promise<WordPressUser> {
  try {
    return await client.me();
  } catch (error) {
    if (!(error instanceof PublishError) || error.code !== 'wrong-password') throw error;
    const account = { user, password: secret ?? '' };
    const stripped = await isPasswordStripped(index, account, { timeoutMs: callMs, signal });
    throw stripped ? new PublishError('basic-auth-blocked', error.message) : error;
  }
}

function rightsOf(user: WordPressUser): Check[] {
  const detail = user.roles.join(', ');
  const upload: Check = { code: 'upload-files', ok: user.may('upload_files'), detail };
  const categories: Check = { code: 'make-categories', ok: user.may('manage_categories'), detail };
  return [{ code: 'publish-posts', ok: user.may('publish_posts'), detail }, upload, categories];
}

/** A change of a post that cannot be: nothing is written, but a wall that stops writing shows itself. */
async function writing(client: WordPressClient): Promise<Check> {
  const content = '<!-- wp:paragraph -->\n<p>Redaksi</p>\n<!-- /wp:paragraph -->';
  try {
    await client.post('wp/v2/posts/0', z.unknown(), { content });
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    if (error.code !== 'post-missing' && error.code !== 'rights-missing')
      return { code: error.code, ok: false, detail: error.message };
  }
  return { code: 'write', ok: true, detail: '' };
}

function clockOf({ serverTime }: RestIndex, context: TargetContext): Check[] {
  const ahead = serverTime === null ? 0 : serverTime - context.now();
  if (Math.abs(ahead) <= clockToleranceMs) return [];
  return [{ code: 'clock', ok: false, detail: String(Math.round(ahead / 1000)) }];
}
