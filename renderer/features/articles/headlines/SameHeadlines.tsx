import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import type { SameHeadline } from '../../../../shared/contract/articles.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { routeHref } from '../../../navigation.ts';
import { CopyCheck } from '../../../ui/icons/icons.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected } from '../../../store.ts';
import { StateMark } from '../StateMark.tsx';
import styles from './headlines.module.css';

/** The archive is asked once no key has followed for a moment. */
const REST_MS = 350;

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** Warns of articles that have this very headline, or this slug, already. */
export function SameHeadlines({ draft }: { draft: Draft }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const headline = useRested(useSelected(draft.fields, (fields) => fields.headline));
  const slug = useRested(useSelected(draft.fields, (fields) => fields.slug));
  const { articleId } = draft;
  const same = useQuery(
    queries.articles.sameHeadline.queryOptions({ input: { articleId, headline, slug } }),
  ).data;
  return (
    <div role="status">
      {same !== undefined && same.headline.length > 0 && (
        <Warning title={translate('headlines.same.headline')} articles={same.headline} />
      )}
      {same !== undefined && same.slug.length > 0 && (
        <Warning title={translate('headlines.same.slug')} articles={same.slug} />
      )}
    </div>
  );
}

function Warning({ title, articles }: { title: string; articles: readonly SameHeadline[] }): ReactElement {
  return (
    <section className={styles.warning}>
      <h3>
        <CopyCheck size={15} />
        {title}
      </h3>
      <ul>
        {articles.map(({ articleId, headline, state }) => (
          <li key={articleId}>
            <StateMark state={state} />
            <a href={routeHref({ screen: 'articles', articleId })}>{headline}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
