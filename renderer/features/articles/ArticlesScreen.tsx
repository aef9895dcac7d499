import { useState, type ReactElement } from 'react';
import { ArticleList } from './list/ArticleList.tsx';
import { FIRST_VIEW, type ListView } from './list/list-view.ts';
import { Composer } from './composer/Composer.tsx';
import styles from './articles.module.css';

/** The list of articles, or the composer. The editor stays mounted, out of sight, once it was needed. */
export function ArticlesScreen({ articleId }: { articleId: string | null }): ReactElement {
  const [view, setView] = useState<ListView>({ ...FIRST_VIEW, chosen: articleId });
  const [composing, setComposing] = useState(articleId !== null);
  if (articleId !== null && !composing) setComposing(true);
  return (
    <div className={styles.screen}>
      {articleId === null && (
        <ArticleList view={view} onView={(change) => setView((last) => ({ ...last, ...change }))} />
      )}
      {composing && (
        <div className={styles.layer} hidden={articleId === null}>
          <Composer articleId={articleId} />
        </div>
      )}
    </div>
  );
}
