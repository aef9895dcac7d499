/** Settings of the workplace: read once, validated, kept in memory; every change goes to disk before it is told. */
import type { z } from 'zod';
import {
  houseSchema,
  interfaceSchema,
  personSchema,
  settingsSchema,
  type Settings,
  type settingsChangeSchema,
} from '../../../shared/contract/settings.ts';
import type { EventBus } from '../events.ts';
import type { Log, SettingsStore } from '../providers.ts';

export interface SettingsService {
  /** The settings in force. The value is replaced on a change, never mutated. */
  current(): Settings;
  change(change: z.output<typeof settingsChangeSchema>): Settings;
}

/** Takes each group that is sound and the defaults for one that is not: one bad value does not cost the others. */
function readSettings(stored: unknown, log: Log): Settings {
  const whole = settingsSchema.safeParse(stored ?? {});
  if (whole.success) return whole.data;
  log.warn('settings unreadable in part', { problems: whole.error.issues.length });
  const groups = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return settingsSchema.parse({
    house: houseSchema.safeParse(groups['house']).data,
    person: personSchema.safeParse(groups['person']).data,
    interface: interfaceSchema.safeParse(groups['interface']).data,
  });
}

export function createSettingsService({
  store,
  events,
  log,
}: {
  store: SettingsStore;
  events: EventBus;
  log: Log;
}): SettingsService {
  let settings = readSettings(store.read(), log);
  return {
    current: () => settings,
    change(change) {
      const next: Settings = {
        house: change.house ?? settings.house,
        person: change.person ?? settings.person,
        interface: change.interface ?? settings.interface,
      };
      store.write(next);
      settings = next;
      events.emit({ type: 'settings.changed' });
      return settings;
    },
  };
}
