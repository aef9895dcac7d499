import {
  ArrowUp,
  ClipboardPaste,
  FileInput,
  Mail,
  MailOpen,
  PenLine,
  Plus,
  RefreshCw,
  Search,
} from 'lucide-react';
import type { Source } from '../../../shared/contract/wire.ts';
import { useCommands } from '../../commands.ts';
import { useCore } from '../../core-client/core-client.ts';
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
  write: () => void;
  focusSearch: () => void;
  addSource: () => void;
  paste: () => void;
  importFiles: () => void;
}

/** The commands of the inbox, with their keys. */
export function useWireCommands(actions: WireActions): void {
  const { client } = useCore();
  const tellError = useTellError();
  const checked = actions.sources.filter((source) => source.kind !== 'manual' && !source.paused);
  const group = 'palette.group.wire';
  useCommands([
    {
      id: 'wire.next',
      title: 'wire.action.next',
      group,
      keys: ['j'],
      hidden: true,
      run: () => actions.step(1),
    },
    {
      id: 'wire.previous',
      title: 'wire.action.previous',
      group,
      keys: ['k'],
      hidden: true,
      run: () => actions.step(-1),
    },
    {
      id: 'wire.writeFromWire',
      title: 'wire.action.write',
      group,
      icon: PenLine,
      keys: ['w'],
      enabled: actions.open,
      run: actions.write,
    },
    {
      id: 'wire.markUnread',
      title: actions.read ? 'wire.action.markUnread' : 'wire.action.markRead',
      group,
      icon: actions.read ? Mail : MailOpen,
      keys: ['u'],
      enabled: actions.open,
      run: () => actions.markRead(!actions.read),
    },
    {
      id: 'wire.search',
      title: 'wire.action.search',
      group,
      icon: Search,
      keys: ['/'],
      run: actions.focusSearch,
    },
    {
      id: 'wire.bringIn',
      title: 'wire.action.bringIn',
      group,
      icon: ArrowUp,
      keys: ['n'],
      enabled: actions.newer > 0,
      run: actions.bringIn,
    },
    { id: 'wire.paste', title: 'wire.action.paste', group, icon: ClipboardPaste, run: actions.paste },
    { id: 'wire.import', title: 'wire.action.import', group, icon: FileInput, run: actions.importFiles },
    { id: 'wire.addSource', title: 'wire.action.addSource', group, icon: Plus, run: actions.addSource },
    {
      id: 'wire.checkAll',
      title: 'wire.action.checkAll',
      group,
      icon: RefreshCw,
      enabled: checked.length > 0,
      run: () => {
        Promise.all(checked.map(({ id }) => client.wire.sources.checkNow({ id }))).catch(tellError);
      },
    },
  ]);
}
