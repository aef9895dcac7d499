import { Activity, useState, type ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { importAsArticles } from '../../opened-files.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { useArticleImport } from './import/use-article-import.ts';
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
  const translate = useTranslate();
  const importing = useArticleImport();
  return (
    <div className={styles.screen}>
      <Activity mode={articleId === null ? 'visible' : 'hidden'}>
        <FileDrop
          words={{ drop: translate('import.drop'), kinds: translate('import.dropText') }}
          working={importing > 0 ? translate('import.working', { count: importing }) : null}
          onFiles={importAsArticles}
        >
          <ArticleList view={view} onView={(change) => setView((last) => ({ ...last, ...change }))} />
        </FileDrop>
      </Activity>
      {composing && (
        <div className={styles.layer} hidden={articleId === null}>
          <Composer articleId={articleId} />
        </div>
      )}
    </div>
  );
}
