import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ArticleSource } from '../../../../shared/contract/article-sources.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { typedCoreError } from '../../../core-client/core-error.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { routeHref } from '../../../navigation.ts';
import { ArrowUpRight } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { classes } from '../../../ui/classes.ts';
import { TakeableCopy } from './TakeableCopy.tsx';
import type { SourceActions } from './use-source-actions.ts';
import styles from './sources.module.css';

interface WireTextProps {
  source: ArticleSource;
  /** Where its paragraphs can be put; null where the article is only read here. */
  editor: EditorHandle | null;
  actions: SourceActions;
}

/** The story as it was used, or as it is now. What is copied or dragged out of it remembers which of both it is from. */
export function WireText({ source, editor, actions }: WireTextProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [shown, setShown] = useState<'used' | 'newest'>('used');
  const { storyId, versionId } = source;
  const story = useQuery(
    queries.wire.get.queryOptions({ input: shown === 'used' ? { storyId, versionId } : { storyId } }),
  );
  return (
    <section className={styles.wire} aria-label={source.headline}>
      <div className={styles.wireHead}>
        {source.outdated ? (
          <Tabs<'used' | 'newest'>
            label={translate('sources.shown')}
            look="pill"
            value={shown}
            onChange={setShown}
            items={[
              { value: 'used', label: translate('sources.shown.used') },
              { value: 'newest', label: translate('sources.shown.newest') },
            ]}
          />
        ) : (
          <span className={styles.wireSource}>
            {source.sourceName}
            {story.data !== undefined && (
              <>
                {' · '}
                <RelativeTime value={story.data.arrivedAt} />
              </>
            )}
          </span>
        )}
        <a className={styles.wireLink} href={routeHref({ screen: 'wire', storyId })}>
          {translate('sources.open')} <ArrowUpRight size={13} />
        </a>
      </div>
      {story.isPending && <Skeleton lines={4} />}
      {story.isError && (
        <p className={styles.wireProblem}>
          {translate(typedCoreError(story.error)?.code === 'NOT_FOUND' ? 'sources.gone' : 'sources.failed')}
        </p>
      )}
      {story.data !== undefined && (
        <>
          <h4
            className={classes(
              styles.wireHeadline,
              story.data.effectiveStatus === 'canceled' && styles.withdrawn,
            )}
          >
            {story.data.headline}
          </h4>
          <TakeableCopy
            from={{ storyId, versionId: story.data.versionId }}
            document={story.data.body}
            dateline={story.data.dateline?.text ?? null}
            editor={editor}
            onTaken={() => void actions.takeStory({ storyId, versionId: story.data.versionId })}
          />
        </>
      )}
    </section>
  );
}
