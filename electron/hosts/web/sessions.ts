/**
 * Sessions of browsers with the web host. They end with the host; only where it was killed do they outlive it, so that
 * a page that is still open finds its way back (and saves what is on its screen) once the host runs again.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const SECRET_BYTES = 32;
const LONGEST_SESSION_MS = 7 * 24 * 3_600_000;
const MOST_SESSIONS = 100;

const storedSchema = z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), since: z.number() }));
type Stored = z.output<typeof storedSchema>;

export interface Sessions {
  /** A new ticket: 32 random bytes, good for one session. */
  issueTicket(): string;
  /** Spends a ticket: the secret of the new session, or null where the ticket is no good (any more). */
  exchange(ticket: string): string | null;
  holds(secret: string): boolean;
  /** Ends all sessions. */
  end(): void;
}

/** Secrets are kept and compared as hashes, so neither the file nor the time a comparison takes gives one away. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** `file`: where session hashes are kept through a crash; only the owner may read it. */
export function createSessions(file: string, now: () => number = Date.now): Sessions {
  const tickets: Buffer[] = [];
  let sessions = read();

  function read(): Stored {
    try {
      return storedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return [];
    }
  }

  function write(): void {
    try {
      writeFileSync(`${file}.new`, JSON.stringify(sessions), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch {
      // A full disk: the session holds as long as the host runs.
    }
  }

  return {
    issueTicket() {
      const ticket = randomBytes(SECRET_BYTES).toString('base64url');
      tickets.push(hashOf(ticket));
      return ticket;
    },
    exchange(ticket) {
      const given = hashOf(ticket);
      const index = tickets.findIndex((issued) => timingSafeEqual(issued, given));
      if (index === -1) return null;
      tickets.splice(index, 1);
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      sessions = [...sessions, { hash: hashOf(secret).toString('hex'), since: now() }].slice(-MOST_SESSIONS);
      write();
      return secret;
    },
    holds(secret) {
      const given = hashOf(secret);
      return sessions.some(
        ({ hash, since }) =>
          timingSafeEqual(Buffer.from(hash, 'hex'), given) && now() - since < LONGEST_SESSION_MS,
      );
    },
    end() {
      sessions = [];
      rmSync(file, { force: true });
    },
  };
}
