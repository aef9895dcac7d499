import type { ReactElement } from 'react';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { commandCaps } from '../../commands.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { StoryTypeMenu } from '../../story-types/StoryTypeMenu.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import {
  Archive,
  ArchiveRestore,
  Copy,
  Ellipsis,
  FilePlus2,
  ExternalLink,
  FileCode,
  FileText,
  Flag,
  FlagOff,
  Hand,
  Mail,
  MailOpen,
  PenLine,
  StickyNote,
} from '../../ui/icons/icons.ts';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { showToast } from '../../ui/toast.ts';
import styles from './ReadingPane.module.css';

/** What the keys `c`, `f`, `x` and `e` do with the open story. */
export interface StoryActions {
  claim: () => void;
  flag: () => void;
  spike: () => void;
  note: () => void;
}

interface StoryToolbarProps {
  story: WireStoryDetail;
  read: boolean;
  writing: boolean;
  /** As an article of a story type: its id, empty for none; left out, the usual one. */
  onWrite: (storyType?: string) => void;
  /** Into an article that is there already. */
  onAddToArticle: () => void;
  onMarkRead: (read: boolean) => void;
  /** Null where the version is not kept as it came. */
  onPayload: (() => void) | null;
  actions: StoryActions;
}

/** What can be done with the open story. */
export function StoryToolbar({
  story,
  read,
  writing,
  onWrite,
  onAddToArticle,
  onMarkRead,
  onPayload,
  actions,
}: StoryToolbarProps): ReactElement {
  const translate = useTranslate();
  const markKey = read ? 'wire.action.markUnread' : 'wire.action.markRead';
  const articleId = story.articleIds[0];
  const { claimed, flagged, spiked } = story.marks;
  const claimKey = claimed === null ? 'wire.mark.claim' : 'wire.mark.release';
  const flagKey = flagged === null ? 'wire.mark.flag' : 'wire.mark.unflag';
  const spikeKey = spiked === null ? 'wire.mark.spike' : 'wire.mark.unspike';
  const entries: MenuEntry[] = [
    {
      label: translate('wire.action.addToArticle'),
      icon: FilePlus2,
      caps: commandCaps('wire.addToArticle'),
      onSelect: onAddToArticle,
    },
    {
      label: translate('wire.mark.note'),
      icon: StickyNote,
      caps: commandCaps('wire.note'),
      onSelect: actions.note,
    },
    {
      label: translate('wire.action.copyText'),
      icon: Copy,
      onSelect: () => {
        void navigator.clipboard
          .writeText([story.headline ?? '', story.bodyText].join('\n\n').trim())
          .then(() => showToast(translate('wire.done.copied')));
      },
    },
    {
      label: translate(markKey),
      icon: read ? Mail : MailOpen,
      caps: commandCaps('wire.markUnread'),
      onSelect: () => onMarkRead(!read),
    },
    {
      label: translate(onPayload === null ? 'payload.notKept' : 'payload.open'),
      icon: FileCode,
      disabled: onPayload === null,
      onSelect: () => onPayload?.(),
    },
  ];
  return (
    <div className={styles.actions}>
      <StoryTypeMenu disabled={writing} onChoose={onWrite}>
        <Button
          look="primary"
          icon={PenLine}
          caps={commandCaps('wire.writeFromWire')}
          busy={writing}
          onClick={() => onWrite()}
        >
          {translate('wire.action.write')}
        </Button>
      </StoryTypeMenu>
      {articleId !== undefined && (
        <Button
          icon={FileText}
          className={styles.collapsing}
          aria-label={translate('wire.action.openArticle')}
          onClick={() => navigate({ screen: 'articles', articleId })}
        >
          <span className={styles.optional}>{translate('wire.action.openArticle')}</span>
        </Button>
      )}
      {story.url !== null && /^https?:/i.test(story.url) && (
        <a
          className={`${styles.link} ${styles.collapsing}`}
          href={story.url}
          target="_blank"
          rel="noopener noreferrer"
          title={story.url}
          aria-label={translate('wire.action.openSource')}
        >
          <ExternalLink size={16} />
          <span className={styles.optional}>{translate('wire.action.openSource')}</span>
        </a>
      )}
      <IconButton
        icon={Hand}
        label={translate(claimKey)}
        caps={commandCaps('wire.claim')}
        aria-pressed={claimed !== null}
        onClick={actions.claim}
      />
      <IconButton
        icon={flagged === null ? Flag : FlagOff}
        label={translate(flagKey)}
        caps={commandCaps('wire.flag')}
        aria-pressed={flagged !== null}
        onClick={actions.flag}
      />
      <IconButton
        icon={spiked === null ? Archive : ArchiveRestore}
        label={translate(spikeKey)}
        caps={commandCaps('wire.spike')}
        onClick={actions.spike}
      />
      <span className={styles.gap} />
      <Menu
        align="end"
        label={translate('wire.action.more')}
        entries={entries}
        trigger={<IconButton icon={Ellipsis} label={translate('wire.action.more')} />}
      />
    </div>
  );
}
