/** Checks an address and a key one thing after the other, each told as a line. */
import { z } from 'zod';
import type { Verification } from '../../../../../shared/contract/publishing.ts';
import type { GhostConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { isUnprotected } from '../../site-http/address.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import { clientAt, findSite, type GhostClient, type Timeouts } from './client.ts';
import { postsSchema } from './post.ts';

/** A clock further off than this makes scheduled posts and embargoes go wrong. */
const clockToleranceMs = 120_000;

/** No post has this id. */
const nobody = '0'.repeat(24);

type Check = Verification['checks'][number];

/** A change of a post that cannot be: nothing is written, but a wall that stops writing shows itself. */
async function writing(client: GhostClient): Promise<Check> {
  try {
    const body = { posts: [{ title: 'Redaksi', updated_at: new Date(0).toISOString() }] };
    await client.put(`posts/${nobody}/`, z.unknown(), body);
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    if (error.code !== 'post-missing') return { code: error.code, ok: false, detail: error.message };
  }
  return { code: 'write', ok: true, detail: '' };
}

/**
 * The lines, in order, and whether a delivery would go through. Codes: `ghost-site` (detail: name, version, address),
 * `encryption` (not encrypted on the way), `ghost-key` (taken by this site), `write` (what is sent reaches Ghost), `clock`
 * (detail: seconds the server is ahead), or one of the PublishErrorCodes where a check could not be made.
 */
export async function verifyGhost(
  configuration: GhostConfiguration,
  context: TargetContext,
  timeouts: Timeouts,
): Promise<Verification> {
  const checks: Check[] = [];
  try {
    const site = await findSite(configuration, context, timeouts);
    const { title, version, root } = site;
    checks.push({ code: 'ghost-site', ok: true, detail: `${title} · Ghost ${version} · ${root}` });
    if (isUnprotected(new URL(root))) checks.push({ code: 'encryption', ok: false, detail: root });
    const client = clientAt(site, context, timeouts);
    await client.get('posts/', postsSchema, { limit: 1 });
    checks.push({ code: 'ghost-key', ok: true, detail: '' });
    const written = await writing(client);
    checks.push(written);
    const ahead = Math.round(client.clockAheadMs / 1000);
    if (Math.abs(client.clockAheadMs) > clockToleranceMs) {
      checks.push({ code: 'clock', ok: false, detail: String(ahead) });
    }
    return { ok: written.ok, checks };
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    return { ok: false, checks: [...checks, { code: error.code, ok: false, detail: error.message }] };
  }
}
