import { openPage } from '../testing-page.ts';
import { DropdownMenu } from 'radix-ui';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Menu } from './Menu.tsx';

test('a menu that is shut listens to no key of the page, as the menu it is made of would', async () => {
  const page = await openPage();
  onTestFinished(page.close);
  const listened = vi.spyOn(document, 'addEventListener');
  const keys = (): string[] =>
    listened.mock.calls.map(([kind]) => kind).filter((kind) => kind.startsWith('key'));
  await page.draw(
    <Menu
      label="Lainnya"
      trigger={<button type="button">…</button>}
      entries={[{ label: 'Hapus', onSelect() {} }]}
    />,
  );
  expect(document.querySelector('button')?.getAttribute('aria-expanded')).toBe('false');
  expect(keys()).toEqual([]);
  await page.draw(<DropdownMenu.Root />);
  expect(keys()).toEqual(['keydown']);
});
