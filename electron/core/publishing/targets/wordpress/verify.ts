/** Checks an address, a user and a password one thing after the other, each told as a line. */
import type { Verification } from '../../../../../shared/contract/publishing.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import {
  clientAt,
  findRoot,
  type Timeouts,
  type WordPressConfiguration,
  type WordPressUser,
} from './client.ts';
import { isUnprotected } from './discover.ts';

/** A clock further off than this makes scheduled posts and embargoes go wrong. */
const clockToleranceMs = 120_000;

type Check = Verification['checks'][number];

/**
 * The lines, in order, and whether a delivery would go through. Codes: `site` (WordPress found; detail: its name and REST
 * address), `application-passwords`, `log-in` (detail: name and roles), `publish-posts`, `upload-files`,
 * `make-categories`, `encryption` (not encrypted on the way), `clock` (detail: seconds the server is ahead), or one of
 * the PublishErrorCodes where a check could not be made. The last four warn only.
 */
export async function verifyWordPress(
  configuration: WordPressConfiguration,
  context: TargetContext,
  timeouts: Timeouts,
): Promise<Verification> {
  const checks: Check[] = [];
  try {
    const index = await findRoot(configuration, context, timeouts);
    checks.push({ code: 'site', ok: true, detail: `${index.name} · ${index.root}` });
    if (isUnprotected(new URL(index.root)))
      checks.push({ code: 'encryption', ok: false, detail: index.root });
    if (!index.takesApplicationPasswords) {
      checks.push({ code: 'application-passwords', ok: false, detail: index.root });
    }
    const user = await clientAt(index.root, configuration, context, timeouts).me();
    checks.push({ code: 'log-in', ok: true, detail: [user.name, user.roles.join(', ')].join(' · ') });
    checks.push(...rightsOf(user));
    const ahead = index.serverTime === null ? 0 : index.serverTime - context.now();
    if (Math.abs(ahead) > clockToleranceMs) {
      checks.push({ code: 'clock', ok: false, detail: String(Math.round(ahead / 1000)) });
    }
    return { ok: user.may('publish_posts'), checks };
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    return { ok: false, checks: [...checks, { code: error.code, ok: false, detail: error.message }] };
  }
}

function rightsOf(user: WordPressUser): Check[] {
  const detail = user.roles.join(', ');
  const upload: Check = { code: 'upload-files', ok: user.may('upload_files'), detail };
  const categories: Check = { code: 'make-categories', ok: user.may('manage_categories'), detail };
  return [{ code: 'publish-posts', ok: user.may('publish_posts'), detail }, upload, categories];
}
