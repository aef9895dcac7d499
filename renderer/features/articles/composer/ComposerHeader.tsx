import type { ReactElement } from 'react';
import { commandCaps } from '../../../commands.ts';
import { CorrectionMark } from '../../../corrections/CorrectionMark.tsx';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { setQuiet } from '../../../quiet-mode.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import {
  ArrowLeft,
  Eye,
  FileClock,
  FilePen,
  FileX,
  History,
  Maximize2,
  MessageSquareReply,
  Save,
  Send,
  SendHorizontal,
  Undo2,
} from '../../../ui/icons/icons.ts';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';
import { PaneHeader } from '../../../ui/PaneHeader.tsx';
import { Counts } from '../counts/Counts.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected } from '../../../store.ts';
import type { InspectorTab } from '../inspector/inspector-tab.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { Outline } from '../outline/Outline.tsx';
import { StateMark } from '../StateMark.tsx';
import type { ArticleActions } from './article-actions.ts';
import { PublishPopover } from './PublishPopover.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import styles from './composer.module.css';

interface ComposerHeaderProps {
  draft: Draft;
  editor: EditorHandle | null;
  actions: ArticleActions;
  /** The article is what the person looks at. */
  active: boolean;
  onTab: (tab: InspectorTab) => void;
}

/** State, saving, and the way out: everything about the article that is not its words. */
export function ComposerHeader({ draft, editor, actions, active, onTab }: ComposerHeaderProps): ReactElement {
  const translate = useTranslate();
  const revisionCount = useSelected(draft.meta, (meta) => meta.revisionCount);
  const { state, forward, others, canSend } = actions;
  const entries: MenuEntry[] = [
    ...others.map((to) => ({
      label:
        state === 'ready' && to === 'submitted'
          ? translate('composer.backTo.submitted')
          : state === 'published'
            ? translate('composer.backTo.ready')
            : translate(`composer.to.${to}`),
      icon: Undo2,
      onSelect: () => actions.moveTo(to),
    })),
    ...(others.length > 0 ? (['separator'] as const) : []),
    {
      label: translate('revisions.save'),
      icon: Save,
      caps: commandCaps('article.nameRevision'),
      onSelect: () => actions.setNaming(true),
    },
    ...(state === 'published'
      ? ([
          'separator',
          {
            label: translate('command.article.correct'),
            icon: FilePen,
            caps: commandCaps('article.correct'),
            onSelect: () => actions.setFiling('correction'),
          },
          {
            label: translate('command.article.reply'),
            icon: MessageSquareReply,
            onSelect: () => actions.setFiling('reply'),
          },
          {
            label: translate('command.article.withdraw'),
            icon: FileX,
            onSelect: () => actions.setFiling('withdrawal'),
          },
          'separator',
          {
            label: translate('command.article.record'),
            icon: FileClock,
            onSelect: () => navigate({ screen: 'record', articleId: draft.articleId }),
          },
        ] as const)
      : []),
  ];
  return (
    <PaneHeader className={styles.header ?? ''}>
      <IconButton
        icon={ArrowLeft}
        label={translate('composer.back')}
        caps={commandCaps('article.back')}
        onClick={actions.back}
      />
      <Menu
        label={translate('composer.state', { state: translate(`articles.state.${state}`) })}
        trigger={
          <button type="button" className={styles.stateButton}>
            <StateMark state={state} bold />
          </button>
        }
        entries={entries}
      />
      {state === 'published' && <CorrectionMark articleId={draft.articleId} wordsClass={styles.markWords} />}
      <SaveStatus draft={draft} />
      <Counts draft={draft} editor={editor} />
      <span className={styles.spring} />
      <Outline editor={editor} />
      <IconButton
        className={styles.spare}
        icon={Maximize2}
        label={translate('command.article.quiet')}
        caps={commandCaps('article.quiet')}
        onClick={() => setQuiet(true)}
      />
      <Button
        look="ghost"
        icon={History}
        className={styles.revisions ?? ''}
        onClick={() => onTab('revisions')}
        title={translate('composer.revisions', { count: revisionCount })}
      >
        <span className={styles.roomy}>{translate('composer.revisions', { count: revisionCount })}</span>
      </Button>
      <ExportMenu draft={draft} active={active} />
      <Button icon={Eye} onClick={() => actions.setPreviewing(true)} title={translate('composer.preview')}>
        <span className={styles.spacious}>{translate('composer.preview')}</span>
      </Button>
      {canSend && (
        <Button
          icon={SendHorizontal}
          onClick={() => actions.setSending({ to: null, returning: false })}
          title={translate('assign.open')}
        >
          <span className={styles.roomy}>{translate('assign.open')}</span>
        </Button>
      )}
      {forward !== null && !(canSend && forward === 'submitted') && (
        <Button busy={actions.moving} onClick={() => actions.moveTo(forward)}>
          {translate(`composer.to.${forward}`)}
        </Button>
      )}
      <PublishPopover draft={draft} actions={actions}>
        <Button look="primary" icon={Send}>
          {translate(state === 'published' ? 'composer.update' : 'composer.publish')}
        </Button>
      </PublishPopover>
    </PaneHeader>
  );
}
