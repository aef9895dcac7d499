/** Failures of calls, told in words. */
import { contractErrors, type ContractErrorCode } from '../../shared/contract/errors.ts';
import { CoreDisconnectedError } from './reconnecting-client.ts';
import { isMessageKey, type MessageKey, type MessageParameters } from '../../shared/i18n/translate.ts';

export interface CoreError {
  code: ContractErrorCode;
  data: Readonly<Record<string, unknown>>;
}

/** The typed error of the contract behind a failed call, or null where it failed otherwise. */
export function typedCoreError(error: unknown): CoreError | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const { code } = error;
  if (typeof code !== 'string' || !Object.hasOwn(contractErrors, code)) return null;
  const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : {};
  return { code: code as ContractErrorCode, data: data as Readonly<Record<string, unknown>> };
}

/** The message (and its parameters) that tells a failed call to the person at the desk. */
export function errorMessage(error: unknown): { key: MessageKey; parameters: MessageParameters } {
  const typed = typedCoreError(error);
  if (typed === null) {
    return { key: isDisconnection(error) ? 'error.DISCONNECTED' : 'error.UNEXPECTED', parameters: {} };
  }
  const parameters: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(typed.data)) {
    if (typeof value === 'string' || typeof value === 'number') parameters[name] = value;
  }
  if (typed.code === 'NOT_PERMITTED') {
    const { action, whoMay } = contractErrors.NOT_PERMITTED.data.parse(typed.data);
    return notPermittedMessage(action, whoMay);
  }
  if (typed.code === 'UNREADABLE') {
    const key = `error.read.${String(typed.data['code'])}`;
    if (isMessageKey(key)) return { key, parameters };
  }
  if (typed.code === 'TARGET_FAILED') {
    const key = `publishing.error.${String(typed.data['code'])}`;
    if (isMessageKey(key)) return { key, parameters };
  }
  if (typed.code === 'INVALID') {
    const key = `error.invalid.${String(typed.data['reason'])}`;
    if (isMessageKey(key)) return { key, parameters };
  }
  return { key: `error.${typed.code}`, parameters };
}

/** That who sits here may not do something, and who may. */
export function notPermittedMessage(
  action: string,
  whoMay: readonly { name: string; code: string }[],
): { key: MessageKey; parameters: MessageParameters } {
  const who = whoMay.map(({ name, code }) => name || code).filter((name) => name !== '');
  const key = `error.notPermitted.${action}${who.length === 0 ? '.unnamed' : ''}`;
  return isMessageKey(key)
    ? { key, parameters: { who: who.join(', ') } }
    : { key: 'error.NOT_PERMITTED', parameters: {} };
}

/** A call that failed without an answer of the core: the socket or port broke. It may or may not have been done. */
function isDisconnection(error: unknown): boolean {
  return error instanceof CoreDisconnectedError;
}
