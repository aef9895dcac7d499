import { describe, expect, test } from 'vitest';
import { alertsSettingsSchema } from '../contract/alerts-settings.ts';
import { decideAlert, isFlash } from './flash.ts';

const WIB = 420;
const at = (clock: string): number => Date.parse(`2026-11-24T${clock}:00+07:00`);

describe('what is flash copy', () => {
  test.each([
    [1, 'Gempa mengguncang Maluku'],
    [null, 'KILAT: Gempa mengguncang Maluku'],
    [5, 'Flash - Gempa mengguncang Maluku'],
    [null, '*BREAKING NEWS* – Gempa'],
    [null, 'Sekilas Info: Gempa'],
  ])('urgency %s, "%s"', (urgency, headline) => expect(isFlash({ urgency, headline })).toBe(true));

  test.each([
    [2, 'Gempa mengguncang Maluku'],
    [null, 'Kilat menyambar pohon di Bogor'],
    [null, 'Flashdisk berisi data hilang'],
    [null, 'Banjir kilat melanda Garut'],
  ])('not urgency %s, "%s"', (urgency, headline) => expect(isFlash({ urgency, headline })).toBe(false));
});

describe('how it is made known', () => {
  const alerts = alertsSettingsSchema.parse({
    house: { quiet: true },
    people: { sari: { sound: false, quiet: false } },
  });

  test('as the house chose, and not in its quiet hours, which go over midnight', () => {
    expect(decideAlert(alerts, 'budi', at('21:59'), WIB)).toEqual({ sound: true, notify: true });
    for (const clock of ['22:00', '23:59', '00:00', '04:59'])
      expect(decideAlert(alerts, 'budi', at(clock), WIB)).toEqual({ sound: false, notify: false });
    expect(decideAlert(alerts, 'budi', at('05:00'), WIB)).toEqual({ sound: true, notify: true });
  });

  test('as the person chose, where they did', () => {
    expect(decideAlert(alerts, 'sari', at('23:00'), WIB)).toEqual({ sound: false, notify: true });
  });

  test('quiet hours are those of the newsroom', () => {
    expect(decideAlert(alerts, 'budi', at('21:30'), 540)).toEqual({ sound: false, notify: false });
  });
});
