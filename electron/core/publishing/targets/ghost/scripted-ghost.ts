/** For tests: a site that answers like Ghost's Admin API, except where its script says otherwise. */
import { json, serve, type Reply } from '../../site-http/scripted-server.ts';
import type { PublishRequest, TargetContext } from '../../target.ts';
import { testArticle, testContext, testRequest } from '../../testing-target.ts';
import { answerLikeGhost, ghostRefusal, type GhostPosts } from './ghost-answers.ts';
import { createGhostTarget } from './target.ts';

/** Waits less long than the desk does. */
export const target = createGhostTarget({ callMs: 1_000, uploadMs: 1_000 });
export const key = `${'a'.repeat(24)}:${'c'.repeat(64)}`;
export const now = Date.parse('2026-11-24T00:00:00Z');

export function refusal(status: number, error: Record<string, unknown>): Reply {
  return json(ghostRefusal(status, error).value, status);
}

/** `script`: by `METHOD route`, or `route`; the route without what stands before `/admin`, `posts/1/` for one. */
export async function scriptedGhost(script: Record<string, Reply> = {}) {
  const posts: GhostPosts = new Map();

  function usual(method: string, route: string, body: string): Reply {
    const { status, value } = answerLikeGhost(posts, method, route, body);
    return json(value, status);
  }

  const site = await serve({
    routeOf: ({ pathname }) => pathname.replace(/^\/ghost\/api\/admin\//, ''),
    answer: ({ method, route, body }) =>
      script[`${method} ${route}`] ?? script[route] ?? script['*'] ?? usual(method, route, body),
  });
  return { ...site, posts };
}

export function contextWith(changes: Partial<TargetContext> = {}): TargetContext {
  return testContext({ now: () => now, secret: key, ...changes });
}

export function requestWith(changes: Partial<PublishRequest> = {}, withPicture = false): PublishRequest {
  return testRequest(testArticle({}, withPicture), changes);
}

export const configurationOf = (siteUrl: string) => ({ kind: 'ghost' as const, siteUrl });
