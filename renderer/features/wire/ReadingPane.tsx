import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleOff, GitCompare, MousePointerClick } from 'lucide-react';
import { useState, type ReactElement, type Ref } from 'react';
import { listed } from '../../../shared/page/commands.ts';
import { useCommands } from '../../commands.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Loading.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { PayloadDialog } from './source-health/PayloadDialog.tsx';
import { StoryArticle } from './StoryArticle.tsx';
import { StoryToolbar, type StoryActions } from './StoryToolbar.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';
import { VersionStrip } from './VersionStrip.tsx';
import styles from './ReadingPane.module.css';

interface ReadingPaneProps {
  storyId: number | null;
  /** Whether the list shows the story as read. */
  read: boolean;
  onWrite: (versionId: number | undefined) => void;
  writing: boolean;
  onMarkRead: (read: boolean) => void;
  actions: StoryActions;
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
  onLeave,
  articleRef,
}: ReadingPaneProps & { storyId: number }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [chosen, setChosen] = useState<{ storyId: number; versionId: number } | null>(null);
  const [comparing, setComparing] = useState(false);
  const [payloadShown, setPayloadShown] = useState<number | null>(null);
  const versionId = chosen?.storyId === storyId ? chosen.versionId : undefined;
  const query = useQuery({
    ...queries.wire.get.queryOptions({
      input: { storyId, ...(versionId === undefined ? {} : { versionId }) },
    }),
    placeholderData: keepPreviousData,
  });

  useCommands([
    {
      ...listed('wire.compare'),
      icon: GitCompare,
      enabled: (query.data?.versions.length ?? 0) > 1,
      run: () => setComparing(true),
    },
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
            onWrite={() => onWrite(versionId)}
            onMarkRead={onMarkRead}
            onPayload={payloadId === null ? null : () => setPayloadShown(payloadId)}
            actions={actions}
          />
        )}
      </PaneHeader>
      {story !== undefined && story.versions.length > 1 && (
        <VersionStrip
          story={story}
          onCompare={() => setComparing(true)}
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
      {comparing && story !== undefined && (
        <VersionsDialog key={story.storyId} story={story} onClose={() => setComparing(false)} />
      )}
      {payloadShown !== null && (
        <PayloadDialog payloadId={payloadShown} onClose={() => setPayloadShown(null)} />
      )}
    </div>
  );
}
