/** Under which identity an item of a feed is known, so that a story is found again in another channel or tomorrow. */
import { identityOfLink } from '../../../../shared/domain/antara.ts';
import type { FeedItem } from './feed-item.ts';
import { identityOfWords } from './identity-of-words.ts';

export interface Identity {
  uri: string;
  /** True where the source names none and one was derived from the content. */
  madeUp: boolean;
}

/** What tells items apart that share an identity. */
export interface Candidate {
  item: FeedItem;
  headline: string | null;
  bodyText: string;
}

function madeUp({ item, headline, bodyText }: Candidate): Identity {
  const words = headline ?? bodyText;
  const uri =
    words === '' ? identityOfWords(item.published, item.media[0]?.url ?? null) : identityOfWords(words);
  return { uri, madeUp: true };
}

/**
 * The identity of one item by itself: its own stable id (Atom id, JSON Feed id, a guid that is no address); else its
 * address without query, which is the same in every channel the story runs in.
 */
function ownIdentity(candidate: Candidate): Identity {
  const { id, link } = candidate.item;
  if (id?.kind === 'id') return { uri: id.value, madeUp: false };
  const address = link ?? id?.value ?? null;
  return address === null ? madeUp(candidate) : { uri: identityOfLink(address), madeUp: false };
}

/** A story that comes twice in one feed keeps its identity; different stories that share an address get their own. */
function apart(candidates: readonly Candidate[], shared: Identity): Identity[] {
  const headlines = new Set(candidates.map(({ headline, bodyText }) => headline ?? bodyText));
  if (headlines.size === 1) return candidates.map(() => shared);
  const ids = new Set(candidates.map(({ item }) => item.id?.value ?? null));
  if (ids.size === candidates.length && !ids.has(null)) {
    return candidates.map(({ item }) => ({ uri: item.id?.value ?? shared.uri, madeUp: false }));
  }
  if (candidates.some(({ item }) => item.id !== null)) return candidates.map(() => shared);
  const links = new Set(candidates.map(({ item }) => item.link));
  if (links.size === headlines.size) {
    return candidates.map(({ item }) => ({ uri: item.link ?? shared.uri, madeUp: false }));
  }
  return candidates.map(madeUp);
}

/** The identities of all items of one delivery, in their order. */
export function identitiesOf(candidates: readonly Candidate[]): Identity[] {
  const own = candidates.map(ownIdentity);
  const groups = new Map<string, number[]>();
  for (const [index, { uri }] of own.entries()) {
    const group = groups.get(uri);
    if (group === undefined) groups.set(uri, [index]);
    else group.push(index);
  }
  for (const indexes of groups.values()) {
    const [first] = indexes;
    const shared = first === undefined ? undefined : own[first];
    if (shared === undefined || shared.madeUp || indexes.length === 1) continue;
    const members = indexes.flatMap((index) => candidates[index] ?? []);
    for (const [position, identity] of apart(members, shared).entries()) {
      const index = indexes[position];
      if (index !== undefined) own[index] = identity;
    }
  }
  return own;
}
