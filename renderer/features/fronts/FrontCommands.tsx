import type { FrontStory } from '../../../shared/contract/fronts.ts';
import { boardPlaceOf } from '../../../shared/domain/front/drop-edit.ts';
import { listed } from '../../../shared/page/commands.ts';
import { useCommands } from '../../commands.ts';
import { useTranslate } from '../../i18n.ts';
import { usePlacingCommands } from '../../placing.ts';
import { useStore } from '../../store.ts';
import type { Board } from '../../../shared/domain/front/board.ts';
import {
  ArrowDown,
  ArrowUp,
  CheckCheck,
  ClipboardCopy,
  ClipboardPaste,
  History,
  Lock,
  PanelTopOpen,
  Pin,
  Plus,
  Redo2,
  Rocket,
  RotateCcw,
  Search,
  Undo2,
  X,
} from '../../ui/icons/icons.ts';
import { copyOf, type Clipboard } from './clipboard/use-clipboard.ts';
import type { FrontDesk } from './desk/front-desk.ts';
import type { OpenedFront } from './front-context.ts';
import { choose, nextChoice, poolChoice, poolRows } from './pool/pool-view.ts';

interface FrontCommandsProps {
  desk: FrontDesk;
  opened: OpenedFront;
  clipboard: Clipboard;
  board: () => Board | null;
  search: () => void;
  unlaunched: number;
}

/** What can be done by key and palette while a front is open. It shows nothing: the board does not render with every choice. */
export function FrontCommands({
  desk,
  opened,
  clipboard,
  board,
  search,
  unlaunched,
}: FrontCommandsProps): null {
  const translate = useTranslate();
  const { undo, redo } = useStore(desk.state);
  const { choice, inHand, actions, open, discard } = opened;
  const { chosen, current } = useStore(choice);

  /** The slots the keys are meant for: those chosen, else the one they are at. */
  const slotIds = [...(current === null || chosen.has(current) ? chosen : [current])].filter(
    (key) => actions.findSlot(key) !== null,
  );
  const [slotId] = slotIds;
  const any = slotId !== undefined;

  function all(): void {
    const cards = (board()?.collections ?? []).flatMap(({ cards: ofCollection }) => ofCollection);
    const mine = cards.flatMap(({ key, slot }) => (slot === null ? [] : [key]));
    choice.set({ chosen: new Set(mine), current: current ?? mine[0] ?? null });
  }

  const where = useStore(inHand);
  const atStory = useStore(poolChoice).current;
  const chosenOne = where === 'pool' ? atStory : current;

  function toggleChosen(): void {
    if (chosenOne === null) return;
    if (where === 'pool') choose(chosenOne, 'also', []);
    else choice.set({ chosen: nextChoice(chosenOne, 'also', [], chosen, current), current: chosenOne });
  }

  const stories = useStoriesInHand(opened, board);
  usePlacingCommands(stories[0] ?? null, ({ frontId, collectionId, place }) => {
    const target = board()?.collections.find(({ collection }) => collection.collectionId === collectionId);
    if (frontId !== desk.frontId || target === undefined) return false;
    actions.placeStories(stories, boardPlaceOf(target, place));
    return true;
  });

  /** Behind the card the keys are at, else at the head of the front. */
  function paste(): void {
    const collections = board()?.collections ?? [];
    const target =
      collections.find(({ cards }) => cards.some(({ key }) => key === current)) ?? collections[0];
    const [newest] = clipboard.slots;
    if (target === undefined || newest === undefined) return;
    const { collectionId } = target.collection;
    const index = target.cards.findIndex(({ key }) => key === current) + 1;
    actions.placeSlots([copyOf(newest)], { collectionId, index });
  }

  useCommands([
    {
      ...listed('fronts.undo'),
      parameters: { what: undo === null ? '' : translate(undo.key, undo.parameters) },
      icon: Undo2,
      enabled: undo !== null,
      run: () => desk.undo(),
    },
    {
      ...listed('fronts.redo'),
      parameters: { what: redo === null ? '' : translate(redo.key, redo.parameters) },
      icon: Redo2,
      enabled: redo !== null,
      run: () => desk.redo(),
    },
    { ...listed('fronts.launch'), icon: Rocket, run: () => open({ kind: 'launch', collectionIds: null }) },
    { ...listed('fronts.history'), icon: History, run: () => open({ kind: 'history' }) },
    { ...listed('fronts.discard'), icon: RotateCcw, enabled: unlaunched > 0, run: () => discard(null) },
    { ...listed('fronts.search'), icon: Search, run: search },
    { ...listed('fronts.addFront'), icon: PanelTopOpen, run: () => open({ kind: 'newFront' }) },
    { ...listed('fronts.addCollection'), icon: Plus, run: () => open({ kind: 'newCollection' }) },
    { ...listed('fronts.choose'), enabled: chosenOne !== null, hidden: true, run: toggleChosen },
    { ...listed('fronts.chooseAll'), icon: CheckCheck, run: all },
    {
      ...listed('fronts.pin'),
      icon: Pin,
      enabled: any,
      run: () => any && actions.togglePin(slotId),
    },
    {
      ...listed('fronts.lock'),
      icon: Lock,
      enabled: any,
      run: () => any && actions.toggleLock(slotId),
    },
    { ...listed('fronts.up'), icon: ArrowUp, enabled: any, run: () => actions.shift(slotIds, -1) },
    { ...listed('fronts.down'), icon: ArrowDown, enabled: any, run: () => actions.shift(slotIds, 1) },
    {
      ...listed('fronts.copy'),
      icon: ClipboardCopy,
      enabled: any,
      run: () => clipboard.add(slotIds.flatMap((id) => actions.findSlot(id)?.slot ?? [])),
    },
    {
      ...listed('fronts.paste'),
      icon: ClipboardPaste,
      enabled: clipboard.slots.length > 0,
      run: paste,
    },
    { ...listed('fronts.remove'), icon: X, enabled: any, run: () => actions.remove(slotIds) },
  ]);
  return null;
}

/** The stories that the keys are at: those chosen in the pool, or the one of a card. */
function useStoriesInHand({ choice, inHand }: OpenedFront, board: () => Board | null): readonly FrontStory[] {
  const rows = useStore(poolRows);
  const { chosen, current } = useStore(poolChoice);
  const where = useStore(inHand);
  const card = useStore(choice).current;
  if (where === 'pool') {
    const several = rows.filter(({ articleId }) => chosen.has(articleId));
    return several.length > 0 ? several : rows.filter(({ articleId }) => articleId === current);
  }
  const cards = (board()?.collections ?? []).flatMap(({ cards: ofCollection }) => ofCollection);
  const story = cards.find(({ key }) => key === card)?.story;
  return story === null || story === undefined ? [] : [story];
}
