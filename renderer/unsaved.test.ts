import { expect, it } from 'vitest';
import { keepBeforeClose, saveEverything, type Keeper } from './unsaved.ts';

function keeper(flushAll: (self: { unsaved: boolean }) => Promise<void>): Keeper & { unsaved: boolean } {
  const self = {
    unsaved: true,
    hasUnsaved: () => self.unsaved,
    flushAll: () => flushAll(self),
  };
  return self;
}

it('tells what is left after everything was asked to store', async () => {
  expect(await saveEverything()).toEqual({ unsaved: false });

  const stores = keeper(async (self) => void (self.unsaved = false));
  keepBeforeClose(stores);
  expect(await saveEverything()).toEqual({ unsaved: false });

  const hangs = keeper(() => new Promise(() => {}));
  keepBeforeClose(hangs);
  expect(await saveEverything(10)).toEqual({ unsaved: true });
  hangs.unsaved = false;

  const fails = keeper(async () => {
    throw new Error('disk full');
  });
  keepBeforeClose(fails);
  stores.unsaved = true;
  expect(await saveEverything(10)).toEqual({ unsaved: true });
  expect(stores.unsaved).toBe(false);
});
