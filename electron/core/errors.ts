/**
 * The typed errors of the contract as throwable values. Services throw these; they know nothing of RPC. The names and
 * the data are those of shared/contract/errors.ts, and each slice's rpc.ts passes them through unchanged.
 */
import { ORPCError } from '@orpc/server';
import type { z } from 'zod';
import { contractErrors, type ContractErrorCode } from '../../shared/contract/errors.ts';

type DataOf<Code extends ContractErrorCode> = z.input<(typeof contractErrors)[Code]['data']>;

/** Makes a typed contract error. `defined: true` tells oRPC to send it as one of the contract's own. */
export function contractError<Code extends ContractErrorCode>(
  code: Code,
  data: DataOf<Code>,
): ORPCError<Code, DataOf<Code>> {
  const { status, message } = contractErrors[code];
  return new ORPCError(code, { defined: true, status, message, data });
}
