/** In which order the palette lists what it offers: what Enter would do without a word typed must be no surprise. */
import { listedCommands, type CommandGroup } from '../../shared/page/commands.ts';
import type { Command } from '../commands.ts';
import type { Screen } from '../navigation.ts';

const GROUPS: readonly CommandGroup[] = [
  'palette.group.go',
  'palette.group.wire',
  'palette.group.article',
  'palette.group.fronts',
  'palette.group.publishing',
  'palette.group.people',
  'palette.group.look',
  'palette.group.help',
];

const GROUP_OF: Readonly<Record<Screen, CommandGroup>> = {
  wire: 'palette.group.wire',
  ticker: 'palette.group.wire',
  articles: 'palette.group.article',
  impact: 'palette.group.article',
  record: 'palette.group.article',
  fronts: 'palette.group.fronts',
  outbox: 'palette.group.publishing',
  comments: 'palette.group.publishing',
  settings: 'palette.group.go',
  status: 'palette.group.go',
};

const PLACES = new Map(Object.keys(listedCommands).map((id, place) => [id, place]));

function placeOf({ id }: Pick<Command, 'id'>): number {
  return PLACES.get(id) ?? PLACES.size;
}

/**
 * The groups with something in them, that of the screen first, each in the order of the list of commands. What that list
 * does not know comes after what it knows, as it was offered.
 */
export function paletteOrder<Offered extends Pick<Command, 'id' | 'group'>>(
  offered: readonly Offered[],
  screen: Screen,
): { group: CommandGroup; members: Offered[] }[] {
  return [...new Set([GROUP_OF[screen], ...GROUPS])]
    .map((group) => ({
      group,
      members: offered
        .filter((command) => command.group === group)
        .toSorted((one, other) => placeOf(one) - placeOf(other)),
    }))
    .filter(({ members }) => members.length > 0);
}
