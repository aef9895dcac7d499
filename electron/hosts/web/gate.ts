/**
 * The loopback host's gate: who may talk to it at all. Everything here is a plain decision over headers, made before
 * any routing; the order is address, origin, session.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Sessions } from './sessions.ts';

export type Refusal = { status: 400 | 401 | 403 | 404 | 405 | 413 | 421 | 426; reason: string };

export interface Gate {
  /** `http://127.0.0.1:PORT`, the one origin there is. */
  origin: string;
  /** Null where the request may go on: `Host` names this very address (DNS rebinding names another). */
  refuseHost(headers: IncomingHttpHeaders): Refusal | null;
  /** Null where `Origin` is exactly ours: asked of every POST and of every WebSocket. */
  refuseOrigin(headers: IncomingHttpHeaders): Refusal | null;
  /**
   * Null where the session cookie is a good one and the browser does not say that another site asks. To cookies a page
   * on another port of this machine is the same site; `Sec-Fetch-Site` tells it apart.
   */
  refuseSession(headers: IncomingHttpHeaders): Refusal | null;
  /** Spends a ticket; answers with the `Set-Cookie` value of the new session, or null where it is no good (any more). */
  exchange(ticket: string): string | null;
}

export function createGate(port: number, sessions: Sessions): Gate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  /** Cookies know no ports: the name keeps two desks on one machine apart. */
  const cookieName = `redaksi-${port}`;

  function secretsOf(headers: IncomingHttpHeaders): string[] {
    const pairs = (headers.cookie ?? '').split(';').map((part) => part.trim().split('=', 2));
    return pairs.flatMap(([name, value]) => (name === cookieName && value !== undefined ? [value] : []));
  }

  return {
    origin,
    refuseHost: (headers) =>
      headers.host === host ? null : { status: 421, reason: 'this address is not served here' },
    refuseOrigin: (headers) =>
      headers.origin === origin ? null : { status: 403, reason: 'another site may not ask this' },
    refuseSession(headers) {
      const asker = headers['sec-fetch-site'];
      if (asker === 'cross-site' || asker === 'same-site') {
        return { status: 403, reason: 'another site may not ask this' };
      }
      const known = secretsOf(headers).some((secret) => sessions.holds(secret));
      return known ? null : { status: 401, reason: 'no session: open Redaksi from its own window' };
    },
    exchange(ticket) {
      const secret = sessions.exchange(ticket);
      return secret === null ? null : `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
  };
}
