import { useState, type ReactElement } from 'react';
import { ArticleList } from './list/ArticleList.tsx';
import { Composer } from './composer/Composer.tsx';
import styles from './articles.module.css';

/** The list of articles, and the composer in front of it. The editor stays mounted once it was needed. */
export function ArticlesScreen({ articleId }: { articleId: string | null }): ReactElement {
  const [lastOpened, setLastOpened] = useState(articleId);
  if (articleId !== null && articleId !== lastOpened) setLastOpened(articleId);
  return (
    <div className={styles.screen}>
      <div className={styles.layer} hidden={articleId !== null}>
        <ArticleList active={articleId === null} lastOpened={lastOpened} />
      </div>
      {lastOpened !== null && (
        <div className={styles.layer} hidden={articleId === null}>
          <Composer articleId={articleId} />
        </div>
      )}
    </div>
  );
}
