/** The pages of the settings, by the names they have in the address. */
import {
  Archive,
  FilePen,
  Scale,
  Footprints,
  Home,
  Palette,
  Route,
  Send,
  SpellCheck,
  TextCursorInput,
  UsersRound,
  type Icon,
} from '../../ui/icons/icons.ts';

export const PAGES = [
  'rumah',
  'orang',
  'gaya',
  'tulis',
  'ralat',
  'hak',
  'aturan',
  'tampilan',
  'target',
  'data',
  'jejak',
] as const;
export type SettingsPage = (typeof PAGES)[number];

export const PAGE_ICONS: Record<SettingsPage, Icon> = {
  rumah: Home,
  orang: UsersRound,
  gaya: SpellCheck,
  tulis: TextCursorInput,
  ralat: FilePen,
  hak: Scale,
  aturan: Route,
  tampilan: Palette,
  target: Send,
  data: Archive,
  jejak: Footprints,
};

/** The page an address names; `target-baru` is the page of targets with a new one begun. */
export function readPage(page: string): SettingsPage {
  if (page === 'target-baru') return 'target';
  return PAGES.find((known) => known === page) ?? 'rumah';
}
