/** All SQL about what was sent in each attempt of a delivery and what came back; texts are kept compressed. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from '../database/open.ts';
import type { Exchange } from './target.ts';

/** Characters kept of what was sent, and of the answer. */
const keptOfSent = 200_000;
const keptOfAnswer = 20_000;

export interface StoredExchange extends Exchange {
  /** Counted from 1. */
  attempt: number;
}

interface ExchangeRow {
  attempt: number;
  at: number;
  milliseconds: number;
  method: string;
  address: string;
  sent: Buffer | null;
  status: number | null;
  answer: Buffer | null;
}

function pack(text: string | null, kept: number): Buffer | null {
  if (text === null) return null;
  return deflateRawSync(text.length > kept ? `${text.slice(0, kept)} …` : text);
}

function unpack(packed: Buffer | null): string | null {
  return packed === null ? null : inflateRawSync(packed).toString('utf8');
}

export function exchangeQueries(database: Database) {
  const statements = {
    add: database.prepare(
      `INSERT INTO delivery_exchange
         (delivery_id, attempt, position, at, milliseconds, method, address, sent, status, answer)
       VALUES (@deliveryId, @attempt, @position, @at, @milliseconds, @method, @address, @sent, @status, @answer)`,
    ),
    of: database.prepare<[string], ExchangeRow>(
      'SELECT * FROM delivery_exchange WHERE delivery_id = ? ORDER BY attempt, position',
    ),
    forget: database.prepare('DELETE FROM delivery_exchange WHERE delivery_id = ? AND attempt <= ?'),
  };

  return {
    addExchanges(deliveryId: string, attempt: number, exchanges: readonly Exchange[]): void {
      exchanges.forEach((exchange, position) =>
        statements.add.run({
          ...exchange,
          deliveryId,
          attempt,
          position,
          milliseconds: Math.round(exchange.milliseconds),
          sent: pack(exchange.sent, keptOfSent),
          answer: pack(exchange.answer, keptOfAnswer),
        }),
      );
    },
    exchangesOf: (deliveryId: string): StoredExchange[] =>
      statements.of.all(deliveryId).map((row) => ({
        attempt: row.attempt,
        at: row.at,
        milliseconds: row.milliseconds,
        method: row.method,
        address: row.address,
        sent: unpack(row.sent),
        status: row.status,
        answer: unpack(row.answer),
      })),
    /** Lets go of what was exchanged up to an attempt; that it was made stays known. */
    forgetExchanges(deliveryId: string, upToAttempt: number): void {
      if (upToAttempt > 0) statements.forget.run(deliveryId, upToAttempt);
    },
  };
}
