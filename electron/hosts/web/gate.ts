/**
 * The loopback host's gate: who may talk to it at all. Everything here is a plain decision over headers, made before
 * any routing; the order is address, origin, session.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type Refusal = { status: 400 | 401 | 403 | 404 | 405 | 413 | 421; reason: string };

/** Compares in constant time whatever the lengths, since both sides are hashed first. */
function sameSecret(left: string, right: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(left), digest(right));
}

export interface Gate {
  /** `http://127.0.0.1:PORT`, the one origin there is. */
  origin: string;
  /** A new ticket: 32 random bytes, good for one session. */
  issueTicket(): string;
  /** Null where the request may go on: `Host` names this very address (DNS rebinding names another). */
  refuseHost(headers: IncomingHttpHeaders): Refusal | null;
  /** Null where `Origin` is exactly ours: asked of every POST and of every WebSocket. */
  refuseOrigin(headers: IncomingHttpHeaders): Refusal | null;
  /** Null where the session cookie is a good one. */
  refuseSession(headers: IncomingHttpHeaders): Refusal | null;
  /** Spends a ticket; answers with the `Set-Cookie` value of the new session, or null where it is no good (any more). */
  exchange(ticket: string): string | null;
}

export function createGate(port: number): Gate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  /** Cookies know no ports: the name keeps two desks on one machine apart. */
  const cookieName = `redaksi-${port}`;
  const tickets = new Set<string>();
  const sessions = new Set<string>();

  function sessionOf(headers: IncomingHttpHeaders): string | null {
    for (const part of (headers.cookie ?? '').split(';')) {
      const [name, value] = part.trim().split('=', 2);
      if (name === cookieName && value !== undefined) return value;
    }
    return null;
  }

  return {
    origin,
    issueTicket() {
      const ticket = randomBytes(32).toString('base64url');
      tickets.add(ticket);
      return ticket;
    },
    refuseHost: (headers) =>
      headers.host === host ? null : { status: 421, reason: 'this address is not served here' },
    refuseOrigin: (headers) =>
      headers.origin === origin ? null : { status: 403, reason: 'another site may not ask this' },
    refuseSession(headers) {
      const given = sessionOf(headers);
      const known = given !== null && [...sessions].some((session) => sameSecret(session, given));
      return known ? null : { status: 401, reason: 'no session: open Redaksi from its own window' };
    },
    exchange(ticket) {
      const match = [...tickets].find((issued) => sameSecret(issued, ticket));
      if (match === undefined) return null;
      tickets.delete(match);
      const session = randomBytes(32).toString('base64url');
      sessions.add(session);
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
  };
}
