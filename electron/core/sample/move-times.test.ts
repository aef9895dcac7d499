import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../../shared/domain/read-date.ts';
import { moveTimes } from './move-times.ts';

const writtenAt = Date.parse('2026-11-18T18:00:00+07:00');

function movedTo(now: string, text: string): string {
  return moveTimes(text, writtenAt, Date.parse(now));
}

describe('moving the times of a delivery', () => {
  test.each([
    ['Wed, 18 Nov 2026 17:52:00 +0700', 'Mon, 01 Mar 2027 08:52:00 +0700'],
    ['2026-11-18T17:52:00+07:00', '2027-03-01T08:52:00+07:00'],
    ['diumumkan Rabu (18/11).', 'diumumkan Minggu (28/2).'],
    ['pada Rabu (18/11) pukul 09.04 WIB', 'pada Senin (1/3) pukul 00.04 WIB'],
    ['Pada pukul 13.00 WIB rupiah', 'Pada pukul 04.00 WIB rupiah'],
    ['Mataram, 18/11 (Kantor Berita Alfa) -', 'Mataram, 28/2 (Kantor Berita Alfa) -'],
    ['Jakarta, Nov 18, 2026 (Kantor Berita Beta)', 'Jakarta, Feb 28, 2027 (Kantor Berita Beta)'],
    ['Copyright © KANTOR BERITA ALFA 2026', 'Copyright © KANTOR BERITA ALFA 2027'],
    ['sampai Senin (30/11).', 'sampai Jumat (12/3).'],
  ])('%s', (before, after) => {
    expect(movedTo('2027-03-01T09:00:00+07:00', before)).toBe(after);
  });

  test('other figures stay as they are', () => {
    const copy = 'Sebanyak 18/11 suara, skor 2-1, Rp38.500, tahun 1974, rapat pukul setengah dua.';
    expect(movedTo('2027-03-01T09:00:00+07:00', copy)).toBe(copy);
  });

  test('nothing moves where no time has passed', () => {
    const copy = 'Rabu (18/11) pukul 09.04 WIB, Wed, 18 Nov 2026 17:52:00 +0700, © ALFA 2026';
    expect(moveTimes(copy, writtenAt, writtenAt)).toBe(copy);
  });

  test('a day told in copy is never later than the story that tells it, nor more than a day before', () => {
    const minutes = fc.integer({ min: -500_000, max: 500_000 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 17 * 60 }), (later, minuteOfDay) => {
        const story = Date.parse('2026-11-18T00:00:00+07:00') + minuteOfDay * 60_000;
        const now = writtenAt + later * 60_000;
        const told = /\((\d+)\/(\d+)\)/.exec(moveTimes('Rabu (18/11)', writtenAt, now));
        const year = new Date(story + later * 60_000 + 420 * 60_000).getUTCFullYear();
        const starts = [year, year - 1].map(
          (one) =>
            readDate(`${one}-${told?.[2]?.padStart(2, '0')}-${told?.[1]?.padStart(2, '0')}`, 420)?.epochMs,
        );
        const storyAt = story + later * 60_000;
        return starts.some(
          (start) => start !== undefined && start <= storyAt && storyAt - start < 2 * 86_400_000,
        );
      }),
    );
  });
});
