import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BackupKind } from '../../../shared/contract/system.ts';
import { backupsToKeep } from './thin-out.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 5, 1);

function backup(time: number, kind: BackupKind = 'rolling') {
  return { name: `${time}-${kind}`, kind, createdAt: new Date(time).toISOString() };
}

/** Hourly backups over a number of days, newest first. */
function hourly(days: number) {
  return Array.from({ length: days * 24 }, (_, index) => backup(start + (days * 24 - index) * hour));
}

describe('backupsToKeep', () => {
  test('keeps a day by the hour, a fortnight by the day, twelve weeks by the week', () => {
    const backups = hourly(120);
    const kept = backups.filter(({ name }) => backupsToKeep(backups).has(name));
    const ages = kept.map(({ createdAt }) => (start + 120 * 24 * hour - Date.parse(createdAt)) / hour);
    expect(ages.slice(0, 24)).toEqual(Array.from({ length: 24 }, (_, index) => index));
    const days = ages.filter((age) => age >= 24 && age < 13 * 24);
    expect(days).toHaveLength(12);
    expect(Math.max(...ages)).toBeGreaterThan(70 * 24);
    expect(kept.length).toBeLessThan(24 + 14 + 12);
  });

  test('a clock that jumped years ahead costs none of the backups of before', () => {
    const before = hourly(2).slice(0, 20);
    const jumped = [backup(start + 10 * 365 * 24 * hour), ...before];
    expect(before.every(({ name }) => backupsToKeep(jumped).has(name))).toBe(true);
  });

  test('those a person asked for are not thinned by those of the clock', () => {
    const asked = backup(start, 'by-hand');
    expect(backupsToKeep([...hourly(120), asked]).has(asked.name)).toBe(true);
  });

  test('the newest five are always kept, whatever their times', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 80 }), (times) => {
        const backups = times.map((time, index) => ({ ...backup(time), name: `b${index}` }));
        const kept = backupsToKeep(backups);
        return backups.slice(0, 5).every(({ name }) => kept.has(name));
      }),
    );
  });
});
