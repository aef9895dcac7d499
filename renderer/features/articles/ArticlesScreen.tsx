import { Activity, memo, useCallback, useState, type ReactElement } from 'react';
import { useAfterPaint } from '../../after-paint.ts';
import { useTranslate } from '../../i18n.ts';
import { importAsArticles } from '../../opened-files.ts';
import { classes } from '../../ui/classes.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { useArticleImport } from './import/use-article-import.ts';
import { ArticleList } from './list/ArticleList.tsx';
import { FIRST_VIEW, type ListView } from './list/list-view.ts';
import { Composer } from './composer/Composer.tsx';
import styles from './articles.module.css';

/**
 * The list of articles, or the composer above it. Both stay, out of sight, so that going from one to the other builds
 * nothing; a list that is not seen follows no events, from the moment on when the article is painted.
 */
export function ArticlesScreen({ articleId }: { articleId: string | null }): ReactElement {
  const [openedFirst] = useState(articleId);
  // Built once the list is there, so that the first article opens as fast as any other.
  const isListed = useAfterPaint(true, false);
  const composing = articleId !== null || isListed;
  const isCovered = useAfterPaint(articleId !== null);
  const importing = useArticleImport();
  return (
    <div className={styles.screen}>
      <Activity mode={articleId !== null && isCovered ? 'hidden' : 'visible'}>
        <ListSide chosenFirst={openedFirst} importing={importing} />
      </Activity>
      {composing && (
        <div className={classes(styles.layer, articleId === null && styles.behind)}>
          <Composer articleId={articleId} />
        </div>
      )}
    </div>
  );
}

/** The list, and files dropped on it. Opening an article renders nothing of it anew. */
const ListSide = memo(function ListSide({
  chosenFirst,
  importing,
}: {
  chosenFirst: string | null;
  importing: number;
}): ReactElement {
  const translate = useTranslate();
  const [view, setView] = useState<ListView>({ ...FIRST_VIEW, chosen: chosenFirst });
  const changeView = useCallback(
    (change: Partial<ListView>) => setView((last) => ({ ...last, ...change })),
    [],
  );
  return (
    <FileDrop
      words={{ drop: translate('import.drop'), kinds: translate('import.dropText') }}
      working={importing > 0 ? translate('import.working', { count: importing }) : null}
      onFiles={importAsArticles}
    >
      <ArticleList view={view} onView={changeView} />
    </FileDrop>
  );
});
