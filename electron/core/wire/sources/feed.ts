/** The way in of feeds: polled by HTTP, signed in to where that is asked for, read on to further pages. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SourceConfiguration } from '../../../../shared/contract/wire-sources.ts';
import { fetchFeed, type FeedAnswer } from './http.ts';
import { SourceError } from './source-error.ts';
import type { SourceWay, Visit, Visited } from './way.ts';

/** Between two questions to one host, in milliseconds. Servers of one's own network need no such care. */
const betweenQuestionsMs = 1_000;
/** Where reading goes on after a page that could not be had. */
const goOnAt = 'next-page';

/** What is sent to sign in. Throws SourceError `secret-missing`. */
export function signInHeaders(
  { signIn, user, keyHeader }: Pick<SourceConfiguration, 'signIn' | 'user' | 'keyHeader'>,
  secret: string | null,
): Record<string, string> {
  if (signIn === 'none') return {};
  if (secret === null) throw new SourceError('secret-missing', '');
  switch (signIn) {
    case 'basic':
      return { authorization: `Basic ${Buffer.from(`${user}:${secret}`, 'utf8').toString('base64')}` };
    case 'bearer':
      return { authorization: `Bearer ${secret}` };
    case 'header':
      return { [keyHeader.toLowerCase()]: secret };
    case 'key':
      throw new SourceError('unauthorised', 'a private key is nothing to sign in with at a feed');
  }
}

/** Makes the way of feeds; it remembers when each host was last asked. */
export function createFeedWay(): SourceWay {
  const askedAt = new Map<string, number>();

  /** One host is asked by one source at a time (the queue's lanes see to that), and not without a pause. */
  async function ask(
    { configuration, secret, signal }: Visit,
    url: string,
    stamps: { etag: string | null; lastModified: string | null },
  ): Promise<FeedAnswer> {
    const host = URL.parse(url)?.host ?? '';
    const wait = (askedAt.get(host) ?? -betweenQuestionsMs) + betweenQuestionsMs - performance.now();
    if (wait > 0 && !configuration.allowPrivateAddress) await pause(wait, undefined, { signal });
    try {
      return await fetchFeed({
        url,
        ...stamps,
        allowPrivateAddress: configuration.allowPrivateAddress,
        extraHeaders: {
          ...Object.fromEntries(configuration.headers.map(({ name, value }) => [name.toLowerCase(), value])),
          ...signInHeaders(configuration, secret),
        },
        signal,
      });
    } finally {
      askedAt.set(host, performance.now());
    }
  }

  function take(visit: Visit, answer: FeedAnswer & { kind: 'body' }) {
    return visit.take(answer.bytes, {
      url: answer.finalUrl,
      ...(answer.contentType === null ? {} : { contentType: answer.contentType }),
      feedsOnly: true,
    });
  }

  /** Only pages of the same server: what it is told to sign in with is not for others. */
  function followed(next: string | null, visit: Visit): string | null {
    const address = URL.parse(visit.configuration.address);
    return next !== null && URL.parse(next)?.origin === address?.origin ? next : null;
  }

  /** Reads further pages while they bring news. A page that cannot be had is asked for again at the next visit. */
  async function readOn(visit: Visit, first: string | null): Promise<void> {
    const seen = new Set([visit.configuration.address]);
    let next = first;
    for (let page = 2; page <= visit.configuration.pages && next !== null && !seen.has(next); page += 1) {
      seen.add(next);
      visit.memory.put(goOnAt, next);
      const answer = await ask(visit, next, { etag: null, lastModified: null });
      if (answer.kind === 'unchanged') break;
      const { added, updated, nextPage } = await take(visit, answer);
      next = added + updated > 0 ? followed(nextPage, visit) : null;
    }
    visit.memory.remove(goOnAt);
  }

  async function check(visit: Visit): Promise<Visited> {
    const { configuration, stamps, memory } = visit;
    const pending = followed(memory.get(goOnAt), visit);
    const answer = await ask(visit, configuration.address, stamps);
    if (answer.kind === 'unchanged') {
      await readOn(visit, pending);
      return {};
    }
    const { etag, lastModified, bodyHash } = answer;
    let next = pending;
    if (bodyHash !== stamps.bodyHash) {
      const { added, updated, nextPage } = await take(visit, answer);
      if (added + updated > 0) next = followed(nextPage, visit) ?? pending;
    }
    await readOn(visit, next);
    return { stamps: { etag, lastModified, bodyHash } };
  }

  return { check };
}
