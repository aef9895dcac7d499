/**
 * What is typed over the settings and not saved yet. Typed fields win over what the core has, so that nothing typed is
 * lost when the settings are fetched anew; a field that the core has taken is let go.
 */
import type { Settings } from '../../../shared/contract/settings.ts';
import { isSame } from '../../editor/is-same.ts';

/** The groups that are typed into. */
export type Group = 'house' | 'interface' | 'checks' | 'writing' | 'alerts' | 'corrections';

/** Typed fields by group; the others are as the core has them. */
export type Typed = { [Name in Group]: Partial<Settings[Name]> };

/** What a field held before it was changed: for undo. */
export type Step = { [Name in Group]: { group: Name; before: Partial<Settings[Name]>; at: number } }[Group];

export const NOTHING_TYPED: Typed = {
  house: {},
  interface: {},
  checks: {},
  writing: {},
  alerts: {},
  corrections: {},
};

/** Changes of the same field within this time are undone together. */
const ONE_STEP_MS = 8_000;
const MOST_STEPS = 50;

/** The settings as the person sees them: what is typed over what is saved. */
export function overlay(saved: Settings, typed: Typed): Settings {
  return {
    ...saved,
    house: { ...saved.house, ...typed.house },
    interface: { ...saved.interface, ...typed.interface },
    checks: { ...saved.checks, ...typed.checks },
    writing: { ...saved.writing, ...typed.writing },
    alerts: { ...saved.alerts, ...typed.alerts },
    corrections: { ...saved.corrections, ...typed.corrections },
  };
}

/** Types into one group. */
export function typeInto<Name extends Group>(
  typed: Typed,
  group: Name,
  change: Partial<Settings[Name]>,
): Typed {
  return { ...typed, [group]: { ...typed[group], ...change } };
}

/** Lets the typed fields go that the core holds by now. */
export function letGo(typed: Typed, saved: Settings): Typed {
  function rest<Value extends object>(of: Partial<Value>, held: Value): Partial<Value> {
    return Object.fromEntries(
      Object.entries(of).filter(([field, value]) => !isSame(value, held[field as keyof Value])),
    ) as Partial<Value>;
  }
  return {
    house: rest(typed.house, saved.house),
    interface: rest(typed.interface, saved.interface),
    checks: rest(typed.checks, saved.checks),
    writing: rest(typed.writing, saved.writing),
    alerts: rest(typed.alerts, saved.alerts),
    corrections: rest(typed.corrections, saved.corrections),
  };
}

/** Remembers what a change replaces; `now` in milliseconds. Typing on in one field stays one step. */
export function pushStep<Name extends Group>(
  steps: readonly Step[],
  group: Name,
  shown: Settings[Name],
  change: Partial<Settings[Name]>,
  now: number,
): readonly Step[] {
  const fields = Object.keys(change);
  const last = steps.at(-1);
  if (
    last !== undefined &&
    last.group === group &&
    now - last.at < ONE_STEP_MS &&
    isSame(Object.keys(last.before), fields)
  ) {
    return [...steps.slice(0, -1), { ...last, at: now }];
  }
  const before = Object.fromEntries(fields.map((field) => [field, shown[field as keyof typeof shown]]));
  return [...steps.slice(1 - MOST_STEPS), { group, before, at: now } as Step];
}
