/** Settings of the workplace: read once, validated, kept in memory; every change goes to disk before it is told. */
import { z } from 'zod';
import { checksSettingsSchema } from '../../../shared/contract/checks-settings.ts';
import {
  firstRunSchema,
  houseSchema,
  interfaceSchema,
  settingsSchema,
  type Settings,
  type settingsChangeSchema,
} from '../../../shared/contract/settings.ts';
import type { EventBus } from '../events.ts';
import { correctionsSettingsSchema } from '../../../shared/contract/corrections.ts';
import { alertsSettingsSchema } from '../../../shared/contract/alerts-settings.ts';
import { writingSettingsSchema } from '../../../shared/contract/writing-settings.ts';
import type { Log, SettingsStore } from '../providers.ts';

export interface SettingsService {
  /** The settings in force. The value is replaced on a change, never mutated. */
  current(): Settings;
  change(change: z.output<typeof settingsChangeSchema>): Settings;
  /** Who sat here according to settings written before the house had a list of people; empty where they say nothing. */
  formerPerson: { name: string; code: string };
}

const formerPersonSchema = z.object({ name: z.string().catch(''), code: z.string().catch('') });

function groupsOf(stored: unknown): Record<string, unknown> {
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
}

/** Takes each group that is sound and the defaults for one that is not: one bad value does not cost the others. */
function readSettings(stored: unknown, log: Log): Settings {
  const whole = settingsSchema.safeParse(stored ?? {});
  if (whole.success) return whole.data;
  log.warn('settings unreadable in part', { problems: whole.error.issues.length });
  const groups = groupsOf(stored);
  return settingsSchema.parse({
    house: houseSchema.safeParse(groups['house']).data,
    interface: interfaceSchema.safeParse(groups['interface']).data,
    firstRun: firstRunSchema.safeParse(groups['firstRun']).data,
    checks: checksSettingsSchema.safeParse(groups['checks']).data,
    writing: writingSettingsSchema.safeParse(groups['writing']).data,
    alerts: alertsSettingsSchema.safeParse(groups['alerts']).data,
    corrections: correctionsSettingsSchema.safeParse(groups['corrections']).data,
  });
}

export function createSettingsService({
  store,
  events,
  log,
  onHouseChanged,
}: {
  store: SettingsStore;
  events: EventBus;
  log: Log;
  /** The house was changed, after it is on disk. */
  onHouseChanged: () => void;
}): SettingsService {
  const stored = store.read();
  let settings = readSettings(stored, log);
  return {
    formerPerson: formerPersonSchema.catch({ name: '', code: '' }).parse(groupsOf(stored)['person']),
    current: () => settings,
    change(change) {
      const next: Settings = {
        house: change.house ?? settings.house,
        interface: change.interface ?? settings.interface,
        firstRun: change.firstRun ?? settings.firstRun,
        checks: change.checks ?? settings.checks,
        writing: change.writing ?? settings.writing,
        alerts: change.alerts ?? settings.alerts,
        corrections: change.corrections ?? settings.corrections,
      };
      store.write(next);
      settings = next;
      if (change.house !== undefined) onHouseChanged();
      events.emit({ type: 'settings.changed' });
      return settings;
    },
  };
}
