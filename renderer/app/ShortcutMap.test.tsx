import { openPage } from '../testing-page.ts';
import { act, Profiler } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { offerCommands } from '../commands.ts';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { showOverlay } from './overlays.ts';
import { ShortcutMap } from './ShortcutMap.tsx';

function offer(id: string): Promise<void> {
  const command = { id, title: 'palette.title', group: 'palette.group.wire', run() {} } as const;
  return act(async () => void offerCommands([command]));
}

test('the map of keys follows the commands of the screen while it is open; shut, it is drawn for none of them', async () => {
  const page = await openPage();
  onTestFinished(page.close);
  const drawn = vi.fn<() => void>();
  await page.draw(
    <TooltipProvider>
      <Profiler id="map" onRender={drawn}>
        <ShortcutMap />
      </Profiler>
    </TooltipProvider>,
  );
  const keysShown = (): (string | null)[] =>
    [...document.querySelectorAll('dd')].map((keys) => keys.textContent);

  drawn.mockClear();
  await offer('wire.flag');
  expect(drawn).not.toHaveBeenCalled();

  await act(async () => showOverlay('shortcuts'));
  expect(keysShown()).toEqual(['F']);
  await offer('wire.claim');
  expect(keysShown()).toEqual(['F', 'C']);

  await act(async () => showOverlay(null));
  drawn.mockClear();
  await offer('wire.note');
  expect(drawn).not.toHaveBeenCalled();
});
