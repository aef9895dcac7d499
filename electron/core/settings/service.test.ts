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
  });
  return { settings, written, told };
}

test('an empty store gives the house defaults in Indonesian', () => {
  const { settings } = service(undefined);
  expect(settings.current().interface.language).toBe('id');
  expect(settings.current().house.comments.nameRequired).toBe('Silahkan masukan nama');
});

test('a change is on disk before it is told, and leaves the other groups alone', () => {
  const { settings, written, told } = service({ person: { name: 'Sari', code: 'SU02' } });
  settings.change({ house: houseSchema.parse({ name: 'Seruji', outlet: 'SERUJI.CO.ID' }) });
  expect(written.at(-1)).toEqual(settings.current());
  expect(settings.current().person.code).toBe('SU02');
  expect(settings.current().house.outlet).toBe('SERUJI.CO.ID');
  expect(told).toEqual(['settings.changed']);
});

test('one damaged group does not cost the others', () => {
  const { settings } = service({
    house: { name: 5 },
    person: { name: 'Sari', code: 'SU02' },
    interface: 'broken',
  });
  expect(settings.current().person.code).toBe('SU02');
  expect(settings.current().house.name).toBe('Redaksi');
  expect(settings.current().interface.theme).toBe('system');
});
