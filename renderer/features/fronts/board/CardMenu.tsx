import type { ReactElement } from 'react';
import { commandCaps } from '../../../commands.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { IconButton } from '../../../ui/Button.tsx';
import {
  ArrowDown,
  ArrowUp,
  Check,
  ClipboardCopy,
  Ellipsis,
  FileText,
  Hand,
  Lock,
  LockOpen,
  PenLine,
  Pin,
  PinOff,
  X,
} from '../../../ui/icons/icons.ts';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';
import { useClipboard } from '../clipboard/use-clipboard.ts';
import { useOpenedFront } from '../front-context.ts';
import type { BoardCard } from '../../../../shared/domain/front/board.ts';

interface CardMenuProps {
  card: BoardCard;
  collectionId: string;
  title: string;
}

/** What can be done with a card. */
export function CardMenu({ card, collectionId, title }: CardMenuProps): ReactElement {
  const translate = useTranslate();
  const { actions, open } = useOpenedFront();
  const clipboard = useClipboard();
  const { key, slot, story, warnings } = card;

  const toArticle: MenuEntry[] =
    story === null
      ? []
      : [
          {
            label: translate('fronts.do.article'),
            icon: FileText,
            onSelect: () => navigate({ screen: 'articles', articleId: story.articleId }),
          },
        ];
  const entries: MenuEntry[] =
    slot === null
      ? [
          {
            label: translate('fronts.do.adopt'),
            icon: Hand,
            onSelect: () => actions.adopt(collectionId, key),
          },
          ...toArticle,
        ]
      : [
          {
            label: translate('fronts.do.edit'),
            icon: PenLine,
            caps: ['↵'],
            onSelect: () => open({ kind: 'slot', slotId: key }),
          },
          {
            label: translate(slot.pinnedAt === null ? 'fronts.do.pin' : 'fronts.do.unpin'),
            icon: slot.pinnedAt === null ? Pin : PinOff,
            caps: commandCaps('fronts.pin'),
            onSelect: () => actions.togglePin(key),
          },
          {
            label: translate(slot.locked ? 'fronts.do.unlock' : 'fronts.do.lock'),
            icon: slot.locked ? LockOpen : Lock,
            caps: commandCaps('fronts.lock'),
            onSelect: () => actions.toggleLock(key),
          },
          ...(warnings.some(({ code }) => code === 'corrected')
            ? [
                {
                  label: translate('fronts.do.checked'),
                  icon: Check,
                  onSelect: () => actions.markChecked(key),
                },
              ]
            : []),
          'separator',
          {
            label: translate('fronts.do.up'),
            icon: ArrowUp,
            caps: commandCaps('fronts.up'),
            onSelect: () => actions.shift([key], -1),
          },
          {
            label: translate('fronts.do.down'),
            icon: ArrowDown,
            caps: commandCaps('fronts.down'),
            onSelect: () => actions.shift([key], 1),
          },
          {
            label: translate('fronts.do.copy'),
            icon: ClipboardCopy,
            caps: commandCaps('fronts.copy'),
            onSelect: () => clipboard.add([slot]),
          },
          ...toArticle,
          'separator',
          {
            label: translate('fronts.do.remove'),
            icon: X,
            tone: 'danger',
            caps: commandCaps('fronts.remove'),
            onSelect: () => actions.remove([key]),
          },
        ];
  return (
    <Menu
      align="end"
      label={translate('fronts.card.menu', { headline: title })}
      entries={entries}
      trigger={
        <IconButton icon={Ellipsis} size="small" label={translate('fronts.card.menu', { headline: title })} />
      }
    />
  );
}
