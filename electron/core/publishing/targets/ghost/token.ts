/** Ghost's Admin API takes a key as a short-lived JWT (RFC 7519, HS256): https://docs.ghost.org/admin-api#token-authentication */
import { createHmac } from 'node:crypto';
import { PublishError } from '../../target.ts';

/** Ghost refuses tokens that are good for longer. */
const validSeconds = 300;

/** Of a key as Ghost shows it: `id:secret`, the secret in hexadecimal. */
export interface AdminKey {
  id: string;
  secret: Buffer;
}

/** Throws PublishError: `secret-missing`, `wrong-key` where it is no such key (a Content API key is shorter). */
export function readAdminKey(typed: string | null): AdminKey {
  if (typed === null || typed.trim() === '') throw new PublishError('secret-missing', 'Admin API key');
  const [, id, secret] = /^([0-9a-f]{24}):([0-9a-f]{64})$/i.exec(typed.trim()) ?? [];
  if (id === undefined || secret === undefined) throw new PublishError('wrong-key', 'id:secret');
  return { id, secret: Buffer.from(secret, 'hex') };
}

/** A token from `now` (milliseconds since 1970 by the site's clock) on. */
export function signToken({ id, secret }: AdminKey, now: number): string {
  const issued = Math.floor(now / 1000);
  const parts = [
    { alg: 'HS256', typ: 'JWT', kid: id },
    { iat: issued, exp: issued + validSeconds, aud: '/admin/' },
  ].map((part) => Buffer.from(JSON.stringify(part), 'utf8').toString('base64url'));
  const signature = createHmac('sha256', secret).update(parts.join('.')).digest('base64url');
  return [...parts, signature].join('.');
}
