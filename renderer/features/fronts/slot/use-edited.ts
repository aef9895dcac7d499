import { useState } from 'react';

export interface Edited<Fields extends object> {
  /** As the person has it. */
  form: Fields;
  set: (change: Partial<Fields>) => void;
  /** What the person changed. */
  changes: Partial<Fields>;
  /** The stamp that the changes were made from. */
  stamp: string;
  /** Somebody changed it elsewhere since: nothing is saved over that unless the person says so. */
  conflict: boolean;
  /** Gives up one's own for what is there now. */
  takeTheirs: () => void;
  /** Keeps one's own, to be saved over what is there now. */
  keepMine: () => void;
}

/** A form over something that others may change too. `live` is as it is now, of which `names` can be changed. */
export function useEdited<Fields extends object>(
  live: Fields & { stamp: string },
  names: readonly (keyof Fields)[],
): Edited<Fields> {
  const [seen, setSeen] = useState(live);
  const [form, setForm] = useState<Fields>(live);
  const changed = names.filter((name) => JSON.stringify(form[name]) !== JSON.stringify(seen[name]));
  const changes = Object.fromEntries(changed.map((name) => [name, form[name]])) as Partial<Fields>;
  return {
    form,
    set: (change) => setForm((before) => ({ ...before, ...change })),
    changes,
    stamp: seen.stamp,
    conflict: live.stamp !== seen.stamp,
    takeTheirs() {
      setSeen(live);
      setForm(live);
    },
    keepMine() {
      setSeen(live);
      setForm({ ...live, ...changes });
    },
  };
}
