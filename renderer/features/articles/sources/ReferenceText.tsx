import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ArticleReference } from '../../../../shared/contract/article-sources.ts';
import { useCore } from '../../../core-client/core-client.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { ArrowUpRight } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { TakeableCopy } from './TakeableCopy.tsx';
import styles from './sources.module.css';

interface ReferenceTextProps {
  articleId: string;
  reference: ArticleReference;
  /** Where its paragraphs can be put; null where the article is only read here. */
  editor: EditorHandle | null;
}

/** A page or file as it was read when it was added. */
export function ReferenceText({ articleId, reference, editor }: ReferenceTextProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { referenceId, name, address, addedAt } = reference;
  const kept = useQuery({
    ...queries.articles.sources.reference.queryOptions({ input: { articleId, referenceId } }),
    staleTime: Infinity,
  });
  return (
    <section className={styles.wire} aria-label={name}>
      <div className={styles.wireHead}>
        <span className={styles.wireSource}>
          {translate('articleSources.readAt')} <RelativeTime value={addedAt} />
        </span>
        {address !== null && (
          <a className={styles.wireLink} href={address} target="_blank" rel="noopener noreferrer">
            {translate('articleSources.openPage')} <ArrowUpRight size={13} />
          </a>
        )}
      </div>
      <h4 className={styles.wireHeadline}>{name}</h4>
      {kept.isPending && <Skeleton lines={4} />}
      {kept.isError && <p className={styles.wireProblem}>{translate('articleSources.failed')}</p>}
      {kept.data !== undefined && <TakeableCopy from={null} document={kept.data.document} editor={editor} />}
    </section>
  );
}
