import type { Source } from '../../../shared/contract/wire-sources.ts';
import { listed } from '../../../shared/page/commands.ts';
import { useCommands } from '../../commands.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useStoryTypes } from '../../story-types/use-story-types.ts';
import {
  Archive,
  ArrowUp,
  ClipboardPaste,
  FileInput,
  Flag,
  Group,
  Hand,
  Mail,
  MailOpen,
  PenLine,
  Plus,
  RefreshCw,
  Search,
  StickyNote,
} from '../../ui/icons/icons.ts';
import type { StoryActions } from './StoryToolbar.tsx';
import { useTellError } from './use-tell.ts';

interface WireActions {
  /** Whether a story is open. */
  open: boolean;
  read: boolean;
  newer: number;
  sources: readonly Source[];
  step: (by: number) => void;
  readStory: () => void;
  bringIn: () => void;
  markRead: (read: boolean) => void;
  write: (storyType?: string) => void;
  marking: StoryActions;
  /** Folds what is chosen into one; null where fewer than two are. */
  join: (() => void) | null;
  focusSearch: () => void;
  addSource: () => void;
  paste: () => void;
  importFiles: () => void;
}

/** The commands of the inbox, with their keys. */
export function useWireCommands(actions: WireActions): void {
  const { client } = useCore();
  const tellError = useTellError();
  const { types } = useStoryTypes();
  const checked = actions.sources.filter((source) => source.kind !== 'manual' && !source.paused);
  useCommands([
    {
      ...listed('wire.next'),
      hidden: true,
      run: () => actions.step(1),
    },
    {
      ...listed('wire.previous'),
      hidden: true,
      run: () => actions.step(-1),
    },
    {
      ...listed('wire.writeFromWire'),
      icon: PenLine,
      enabled: actions.open,
      run: () => actions.write(),
    },
    ...types.map(({ id, name }) => ({
      id: `wire.writeFromWire.${id}`,
      title: 'command.writeFromWireAs' as const,
      parameters: { name },
      group: 'palette.group.wire' as const,
      icon: PenLine,
      enabled: actions.open,
      run: () => actions.write(id),
    })),
    {
      ...listed('wire.markUnread'),
      title: actions.read ? 'wire.action.markUnread' : 'wire.action.markRead',
      icon: actions.read ? Mail : MailOpen,
      enabled: actions.open,
      run: () => actions.markRead(!actions.read),
    },
    { ...listed('wire.claim'), icon: Hand, enabled: actions.open, run: actions.marking.claim },
    { ...listed('wire.flag'), icon: Flag, enabled: actions.open, run: actions.marking.flag },
    { ...listed('wire.spike'), icon: Archive, enabled: actions.open, run: actions.marking.spike },
    { ...listed('wire.join'), icon: Group, enabled: actions.join !== null, run: () => actions.join?.() },
    { ...listed('wire.note'), icon: StickyNote, enabled: actions.open, run: actions.marking.note },
    {
      ...listed('wire.search'),
      icon: Search,
      run: actions.focusSearch,
    },
    {
      ...listed('wire.bringIn'),
      icon: ArrowUp,
      enabled: actions.newer > 0,
      run: actions.bringIn,
    },
    { ...listed('wire.paste'), icon: ClipboardPaste, run: actions.paste },
    { ...listed('wire.import'), icon: FileInput, run: actions.importFiles },
    { ...listed('wire.addSource'), icon: Plus, run: actions.addSource },
    {
      ...listed('wire.checkAll'),
      icon: RefreshCw,
      enabled: checked.length > 0,
      run: () => {
        Promise.all(checked.map(({ id }) => client.wire.sources.checkNow({ id }))).catch(tellError);
      },
    },
  ]);
}
