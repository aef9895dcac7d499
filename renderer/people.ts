/** The people of the house for every screen: who sits here, what they are called, what they may do. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Person } from '../shared/contract/people.ts';
import { decidePermission, type GuardedAction } from '../shared/domain/permission.ts';
import { useCore } from './core-client/core-client.ts';
import { errorMessage, notPermittedMessage } from './core-client/core-error.ts';
import { useTranslate, type Translate } from './i18n.ts';
import { showToast } from './ui/toast.ts';

const NOBODY: readonly Person[] = [];

export interface People {
  /** Everybody, those who left among them, in the order in which they came; empty until they are known. */
  all: readonly Person[];
  active: readonly Person[];
  /** Who sits here; null until it is known. */
  current: Person | null;
  /** The name of one of them as it is shown; empty for one who is not known. */
  nameOf: (personId: string) => string;
}

/** What a person is called: the name, else the code, else that there is none yet. */
export function personName({ name, code }: Pick<Person, 'name' | 'code'>, translate: Translate): string {
  return name || code || translate('people.unnamed');
}

export function usePeople(): People {
  const { queries } = useCore();
  const translate = useTranslate();
  const { data } = useQuery(queries.people.list.queryOptions());
  const all = data?.people ?? NOBODY;
  function find(personId: string): Person | null {
    return all.find((person) => person.personId === personId) ?? null;
  }
  return {
    all,
    active: all.filter(({ active }) => active),
    current: data === undefined ? null : find(data.currentPersonId),
    nameOf(personId) {
      const person = find(personId);
      return person === null ? '' : personName(person, translate);
    },
  };
}

/**
 * Why who sits here may not do something, in words that say who may; null where they may. Until the people are known
 * nothing is held up: the core decides.
 */
export function useRefusal(action: GuardedAction): string | null {
  const { all, current } = usePeople();
  const translate = useTranslate();
  if (current === null) return null;
  const permission = decidePermission(current, action, all);
  if (permission.ok) return null;
  const { key, parameters } = notPermittedMessage(action, permission.whoMay);
  return translate(key, parameters);
}

/** Lets somebody else sit down here; the way back is offered. */
export function useSitDown(): (personId: string) => void {
  const { client, queries } = useCore();
  const { current } = usePeople();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const sitDown = useMutation({
    mutationFn: (change: { personId: string; before: string | null }) => client.people.sitDown(change),
    onSuccess(person, { before }) {
      void queryClient.invalidateQueries({ queryKey: queries.people.key() });
      const role = translate(`people.role.${person.role}`);
      showToast(translate('people.sitting', { name: personName(person, translate), role }), {
        action:
          before === null
            ? null
            : {
                label: translate('ui.undo'),
                run: () => sitDown.mutate({ personId: before, before: null }),
              },
      });
    },
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  return (personId) => sitDown.mutate({ personId, before: current?.personId ?? null });
}
