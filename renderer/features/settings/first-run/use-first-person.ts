import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';

type Facts = Record<'name' | 'code', string>;

export interface FirstPerson extends Facts {
  /** What is wrong with a field, in words. */
  problems: Partial<Facts>;
  type: (typed: Partial<Facts>) => void;
  /** A field was left: what can be stored is. */
  left: () => void;
  /** Stores what was typed; true where there was nothing to store or it is stored. */
  save: () => Promise<boolean>;
}

/** The house's first person, who is there from the start and has no name yet. */
export function useFirstPerson(): FirstPerson {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const { current } = usePeople();
  const [typed, setTyped] = useState<Partial<Facts>>({});
  const [problems, setProblems] = useState<Partial<Facts>>({});
  const name = typed.name ?? current?.name ?? '';
  const code = typed.code ?? current?.code ?? '';

  async function save(): Promise<boolean> {
    const nothingTyped = current !== null && name.trim() === current.name && code.trim() === current.code;
    if (current === null || nothingTyped) return true;
    try {
      await client.people.change({ ...current, name, code });
      await queryClient.invalidateQueries({ queryKey: queries.people.key() });
      return true;
    } catch (error) {
      const field = typedCoreError(error)?.data['field'] === 'code' ? 'code' : 'name';
      const { key, parameters } = errorMessage(error);
      setProblems({ [field]: translate(key, parameters) });
      return false;
    }
  }

  return {
    name,
    code,
    problems,
    type(next) {
      setProblems({});
      setTyped({ ...typed, ...next });
    },
    left() {
      // Whoever begins with the code is not told yet that the name is missing.
      if (name.trim() !== '') void save();
    },
    save,
  };
}
