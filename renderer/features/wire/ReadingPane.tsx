import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type Ref } from 'react';
import { listed } from '../../../shared/page/commands.ts';
import { useCommands } from '../../commands.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import {
  ArrowRightLeft,
  CircleOff,
  FilePlus2,
  GitCompare,
  MousePointerClick,
  Ungroup,
} from '../../ui/icons/icons.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { AddToArticleDialog } from './AddToArticleDialog.tsx';
import { PayloadDialog } from './source-health/PayloadDialog.tsx';
import { SourceCompareDialog } from './SourceCompareDialog.tsx';
import { SourceStrip } from './SourceStrip.tsx';
import { StoryArticle } from './StoryArticle.tsx';
import { StoryToolbar, type StoryActions } from './StoryToolbar.tsx';
import { useFolding } from './use-folding.ts';
import { VersionsDialog } from './VersionsDialog.tsx';
import { VersionStrip } from './VersionStrip.tsx';
import styles from './ReadingPane.module.css';

interface ReadingPaneProps {
  storyId: number | null;
  /** Whether the list shows the story as read. */
  read: boolean;
  onWrite: (versionId: number | undefined, storyType?: string) => void;
  writing: boolean;
  onMarkRead: (read: boolean) => void;
  actions: StoryActions;
  /** Another copy of the story, from another source. */
  onOpenCopy: (storyId: number) => void;
  /** Escape: back to the list. */
  onLeave: () => void;
  articleRef: Ref<HTMLElement>;
}

/** The open story. */
export function ReadingPane({ storyId, ...rest }: ReadingPaneProps): ReactElement {
  const translate = useTranslate();
  if (storyId === null) {
    return (
      <div className={styles.pane}>
        <PaneHeader>{null}</PaneHeader>
        <EmptyState icon={MousePointerClick} title={translate('wire.read.none.title')}>
          {translate('wire.read.none.text', { down: 'J', up: 'K', search: '/', write: 'W' })}
        </EmptyState>
      </div>
    );
  }
  return <OpenStory key="story" storyId={storyId} {...rest} />;
}

function OpenStory({
  storyId,
  read,
  onWrite,
  writing,
  onMarkRead,
  actions,
  onOpenCopy,
  onLeave,
  articleRef,
}: ReadingPaneProps & { storyId: number }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [chosen, setChosen] = useState<{ storyId: number; versionId: number } | null>(null);
  const [payloadShown, setPayloadShown] = useState<number | null>(null);
  const [comparing, setComparing] = useState<'versions' | 'sources' | null>(null);
  const [adding, setAdding] = useState(false);
  const folding = useFolding();
  const versionId = chosen?.storyId === storyId ? chosen.versionId : undefined;
  const query = useQuery({
    ...queries.wire.get.queryOptions({
      input: { storyId, ...(versionId === undefined ? {} : { versionId }) },
    }),
    placeholderData: keepPreviousData,
  });

  const entry = query.data?.storyId === storyId ? query.data.entry : [];
  const others = entry.flatMap((copy) => (copy.storyId === storyId ? [] : [copy.storyId]));
  const separate = (): void => folding.separate(storyId, others);

  useCommands([
    {
      ...listed('wire.compare'),
      icon: GitCompare,
      enabled: (query.data?.versions.length ?? 0) > 1,
      run: () => setComparing('versions'),
    },
    {
      ...listed('wire.nextSource'),
      icon: ArrowRightLeft,
      enabled: others.length > 0,
      run: () => {
        const at = entry.findIndex((copy) => copy.storyId === storyId);
        const next = entry[(at + 1) % entry.length];
        if (next !== undefined) onOpenCopy(next.storyId);
      },
    },
    {
      ...listed('wire.compareSources'),
      icon: GitCompare,
      enabled: others.length > 0,
      run: () => setComparing('sources'),
    },
    {
      ...listed('wire.addToArticle'),
      icon: FilePlus2,
      enabled: query.data !== undefined,
      run: () => setAdding(true),
    },
    { ...listed('wire.separate'), icon: Ungroup, enabled: others.length > 0, run: separate },
  ]);

  if (query.isError && query.data === undefined) {
    const gone = typedCoreError(query.error)?.code === 'NOT_FOUND';
    const { key, parameters } = errorMessage(query.error);
    return (
      <div className={styles.pane}>
        <PaneHeader>{null}</PaneHeader>
        <EmptyState
          icon={CircleOff}
          tone="problem"
          title={translate(gone ? 'wire.read.gone' : 'wire.read.failed')}
          actions={
            gone ? null : <Button onClick={() => void query.refetch()}>{translate('ui.retry')}</Button>
          }
        >
          {gone ? null : translate(key, parameters)}
        </EmptyState>
      </div>
    );
  }
  const story = query.data;
  const payloadId =
    story?.versions.find((version) => version.versionId === story.versionId)?.payloadId ?? null;
  const newest = story?.versions.reduce((highest, version) => Math.max(highest, version.versionId), 0);
  return (
    <div className={styles.pane}>
      <PaneHeader className={styles.toolbar ?? ''}>
        {story !== undefined && (
          <StoryToolbar
            story={story}
            read={read}
            writing={writing}
            onWrite={(storyType) => onWrite(versionId, storyType)}
            onAddToArticle={() => setAdding(true)}
            onMarkRead={onMarkRead}
            onPayload={payloadId === null ? null : () => setPayloadShown(payloadId)}
            actions={actions}
          />
        )}
      </PaneHeader>
      {story !== undefined && story.entry.length > 1 && (
        <SourceStrip
          story={story}
          onOpen={onOpenCopy}
          onCompare={() => setComparing('sources')}
          onSeparate={separate}
        />
      )}
      {story !== undefined && story.versions.length > 1 && (
        <VersionStrip
          story={story}
          onCompare={() => setComparing('versions')}
          onChoose={(id) => setChosen(id === newest ? null : { storyId, versionId: id })}
        />
      )}
      {story === undefined ? (
        <div className={styles.loading}>
          <Skeleton lines={8} />
        </div>
      ) : (
        <StoryArticle key={story.storyId} story={story} onLeave={onLeave} ref={articleRef} />
      )}
      {comparing === 'versions' && story !== undefined && (
        <VersionsDialog key={`versions ${story.storyId}`} story={story} onClose={() => setComparing(null)} />
      )}
      {comparing === 'sources' && story !== undefined && story.entry.length > 1 && (
        <SourceCompareDialog
          key={`sources ${story.storyId}`}
          entry={story.entry}
          storyId={story.storyId}
          onClose={() => setComparing(null)}
        />
      )}
      {adding && story !== undefined && <AddToArticleDialog story={story} onClose={() => setAdding(false)} />}
      {payloadShown !== null && (
        <PayloadDialog payloadId={payloadShown} onClose={() => setPayloadShown(null)} />
      )}
    </div>
  );
}
