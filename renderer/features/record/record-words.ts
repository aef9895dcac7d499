import type { RecordedPerson } from '../../../shared/contract/record.ts';
import { isMessageKey } from '../../../shared/i18n/translate.ts';
import { useTranslate } from '../../i18n.ts';

/** Somebody as they were called then. */
export function nameOf({ name, code }: RecordedPerson): string {
  if (name === '') return code === '' ? '–' : code;
  return code === '' ? name : `${name} (${code})`;
}

/** What was done at a place. */
export function useActionWords(): (action: string) => string {
  const translate = useTranslate();
  return (action) => {
    const key = `publishing.action.${action}`;
    return isMessageKey(key) ? translate(key) : action;
  };
}
