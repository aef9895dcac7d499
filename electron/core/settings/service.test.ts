import { expect, test } from 'vitest';
import { houseSchema, type Settings } from '../../../shared/contract/settings.ts';
import { createEventBus } from '../events.ts';
import { createSettingsService } from './service.ts';

const log = { info() {}, warn() {}, error() {} };

function service(stored: unknown) {
  const written: Settings[] = [];
  const told: string[] = [];
  const events = createEventBus(() => {});
  events.subscribe((event) => told.push(event.type));
  const settings = createSettingsService({
    store: { read: () => stored, write: (value) => written.push(value) },
    events,
    log,
    onHouseChanged: () => told.push('house'),
  });
  return { settings, written, told };
}

test('an empty store gives the house defaults in Indonesian', () => {
  const { settings } = service(undefined);
  expect(settings.current().interface.language).toBe('id');
  expect(settings.current().house.comments.nameRequired).toBe('Silahkan masukan nama');
});

test('a change is on disk before it is told, and leaves the other groups alone', () => {
  const { settings, written, told } = service({ interface: { language: 'en', theme: 'dark' } });
  settings.change({ house: houseSchema.parse({ name: 'Seruji', outlet: 'SERUJI.CO.ID' }) });
  expect(written.at(-1)).toEqual(settings.current());
  expect(settings.current().interface.theme).toBe('dark');
  expect(settings.current().house.outlet).toBe('SERUJI.CO.ID');
  expect(told).toEqual(['house', 'settings.changed']);
});

test('the first run is over once it was told to be, whatever else is changed later', () => {
  const { settings, written } = service(undefined);
  expect(settings.current().firstRun.done).toBe(false);
  settings.change({ firstRun: { done: true } });
  settings.change({
    interface: { language: 'en', theme: 'dark', density: 'compact', foldDuplicates: true, keepInTray: false },
  });
  expect(service(written.at(-1)).settings.current().firstRun.done).toBe(true);
});

test('one damaged group does not cost the others', () => {
  const { settings } = service({
    house: { name: 'Seruji', outlet: 'SERUJI.CO.ID' },
    interface: 'broken',
  });
  expect(settings.current().house.outlet).toBe('SERUJI.CO.ID');
  expect(settings.current().interface.theme).toBe('system');
});

test('the person that earlier settings named is still told, and one that is no person is nobody', () => {
  expect(service({ person: { name: 'Sari', code: 'SU02' } }).settings.formerPerson).toEqual({
    name: 'Sari',
    code: 'SU02',
  });
  expect(service({ person: { name: 5 } }).settings.formerPerson).toEqual({ name: '', code: '' });
  expect(service(undefined).settings.formerPerson).toEqual({ name: '', code: '' });
});
