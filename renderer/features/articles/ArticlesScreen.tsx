import { Activity, useState, type ReactElement } from 'react';
import { ArticleList } from './list/ArticleList.tsx';
import { FIRST_VIEW, type ListView } from './list/list-view.ts';
import { Composer } from './composer/Composer.tsx';
import styles from './articles.module.css';

/**
 * The list of articles, or the composer. Both stay, out of sight, so that going from one to the other builds nothing;
 * a list that is not seen follows no events.
 */
export function ArticlesScreen({ articleId }: { articleId: string | null }): ReactElement {
  const [view, setView] = useState<ListView>({ ...FIRST_VIEW, chosen: articleId });
  const [composing, setComposing] = useState(articleId !== null);
  if (articleId !== null && !composing) setComposing(true);
  return (
    <div className={styles.screen}>
      <Activity mode={articleId === null ? 'visible' : 'hidden'}>
        <ArticleList view={view} onView={(change) => setView((last) => ({ ...last, ...change }))} />
      </Activity>
      {composing && (
        <div className={styles.layer} hidden={articleId === null}>
          <Composer articleId={articleId} />
        </div>
      )}
    </div>
  );
}
