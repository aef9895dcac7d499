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

  // Where an article is written the keys of the copy and its panels stand there too.
  await offer('article.details');
  const rows = [...document.querySelectorAll('dt')].map((title) => [
    title.textContent,
    ...[...(title.nextElementSibling?.querySelectorAll('kbd:not([aria-hidden="true"])') ?? [])].map(
      (keys) => keys.textContent,
    ),
  ]);
  expect(rows).toContainEqual(['Tebal', 'Ctrl B']);
  expect(rows).toContainEqual(['Pindahkan blok, butir, atau baris tabel', 'Alt ↑', 'Alt ↓']);
  expect(rows).toContainEqual(['Judul bagian, lalu spasi', '##', '###', '####']);
  expect(rows).toContainEqual(['Temuan berikutnya, sebelumnya', 'N', 'P']);

  await act(async () => showOverlay(null));
  drawn.mockClear();
  await offer('wire.note');
  expect(drawn).not.toHaveBeenCalled();
});
