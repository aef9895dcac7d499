/**
 * Which identity and version a partner gets next. Both are settled and remembered before anything is sent, so that an
 * attempt that is repeated sends the same version with the same time, and no two texts ever share one.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RemotePost, TargetContext } from '../../target.ts';

/** One version of an item; times are milliseconds since 1970. */
export interface SentVersion {
  uri: string;
  version: number;
  /** When it was made: the same however often it is sent. */
  at: number;
}

type Memory = TargetContext['memory'];

/** Stands for the delivery that takes a story back, which has no marker of its own. */
const WITHDRAWAL = 'withdrawal';

/** Versions given out after the last backup, which nobody remembers, lie in this gap. */
const GAP_AFTER_LOSS = 100;

/** How the version that stands at the partner is written down with the post: `3`, or `3 canceled`. */
export function stampOf(version: number, pubStatus: 'usable' | 'canceled'): string {
  return pubStatus === 'usable' ? String(version) : `${version} canceled`;
}

/** Whether the post, as we know it, was taken back. */
export function isWithdrawn({ modifiedStamp }: RemotePost): boolean {
  return modifiedStamp?.endsWith(' canceled') ?? false;
}

function versionOf(post: RemotePost | null): number {
  return Number.parseInt(post?.modifiedStamp ?? '', 10) || 0;
}

function remembered(memory: Memory, uri: string): (SentVersion & { marker: string }) | null {
  const [version, at, marker] = (memory.get(`sent:${uri}`) ?? '').split(' ');
  return marker === undefined ? null : { uri, version: Number(version), at: Number(at), marker };
}

function remember(memory: Memory, { uri, version, at }: SentVersion, marker: string): SentVersion {
  memory.set(`sent:${uri}`, `${version} ${at} ${marker}`);
  return { uri, version, at };
}

/** The identity (a UUID, RFC 9562 §5.8) a story gets that goes out again after it was taken back. */
function identityAfter(uri: string): string {
  const hash = createHash('sha256').update(uri).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/**
 * The version a delivery sends. A withdrawal is for good (NewsML-G2 and ninjs `canceled`: never again to be used), so what
 * goes out after one is a story of its own. A version that may have been sent by a delivery that was given up is passed over.
 */
export function versionToPublish(
  {
    articleId,
    existing,
    marker,
    unrecorded,
  }: {
    articleId: string;
    existing: RemotePost | null;
    marker: string;
    /** Whether versions may have gone out that our records do not know. */
    unrecorded: boolean;
  },
  { memory, now }: Pick<TargetContext, 'memory' | 'now'>,
): SentVersion {
  let uri = existing?.remoteId ?? `urn:uuid:${articleId}`;
  let isOver = existing !== null && isWithdrawn(existing);
  let last = remembered(memory, uri);
  while (isOver || last?.marker === WITHDRAWAL) {
    uri = identityAfter(uri);
    last = remembered(memory, uri);
    isOver = false;
  }
  if (last?.marker === marker) return last;
  const known = Math.max(last?.version ?? 0, existing?.remoteId === uri ? versionOf(existing) : 0);
  const version = known + 1 + (unrecorded ? GAP_AFTER_LOSS : 0);
  return remember(memory, { uri, version, at: now() }, marker);
}

/**
 * What a story told its readers of corrections and replies before this version, and keeps what it tells now; null: nothing. It is
 * told to a partner with one version, however often that is sent; what follows is an update.
 */
export function noteToldBefore(
  { uri, version }: SentVersion,
  note: string | null,
  memory: Memory,
): string | null {
  const [ofVersion, told = null, before = null] = z
    .tuple([z.number(), z.string().nullable(), z.string().nullable()])
    .or(z.tuple([]))
    .parse(JSON.parse(memory.get(`told:${uri}`) ?? '[]'));
  const toldBefore = ofVersion === version ? before : told;
  memory.set(`told:${uri}`, JSON.stringify([version, note, toldBefore]));
  return toldBefore;
}

/** The version that takes a post back. */
export function versionToWithdraw(
  post: RemotePost,
  { memory, now }: Pick<TargetContext, 'memory' | 'now'>,
): SentVersion {
  const last = remembered(memory, post.remoteId);
  if (last?.marker === WITHDRAWAL) return last;
  const known = Math.max(last?.version ?? 0, versionOf(post));
  const version = known + 1 + (post.modifiedStamp === null ? GAP_AFTER_LOSS : 0);
  return remember(memory, { uri: post.remoteId, version, at: now() }, WITHDRAWAL);
}
