import { useQuery } from '@tanstack/react-query';
import { Check, Flame, Plus, Search, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { routeHref } from '../../navigation.ts';
import { useRefusal } from '../../people.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton, Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Loading.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { showToast } from '../../ui/toast.ts';
import { moveItem, OrderedList } from './OrderedList.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import { MOST_POPULAR, usePopular, type Popular, type PopularArticle } from './use-popular.ts';
import styles from './PopularPage.module.css';

const MOST_FOUND = 30;

/** TERPOPULER in hand order, and the published articles to take into it. */
export function PopularPage(): ReactElement {
  const translate = useTranslate();
  const popular = usePopular();
  const refusal = useRefusal('publish');
  if (popular.status === 'loading') return <Skeleton lines={5} />;
  if (popular.status === 'failed') {
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('settings.popular.failed')}
        actions={<Button onClick={popular.retry}>{translate('ui.retry')}</Button>}
      />
    );
  }
  return (
    <>
      {refusal !== null && <RefusalNote id="popular-refusal">{refusal}</RefusalNote>}
      <fieldset
        className={styles.columns}
        disabled={refusal !== null}
        aria-describedby={refusal === null ? undefined : 'popular-refusal'}
      >
        <ChosenList popular={popular} />
        <PublishedList popular={popular} />
      </fieldset>
    </>
  );
}

function ChosenList({ popular }: { popular: Popular }): ReactElement {
  const translate = useTranslate();
  const ids = popular.articles.map(({ articleId }) => articleId);

  function nameOf({ headline, state }: PopularArticle): string {
    if (state === 'gone') return translate('settings.popular.gone');
    return headline === '' ? translate('settings.popular.untitled') : headline;
  }

  function remove(index: number): void {
    const article = popular.articles[index];
    if (article === undefined) return;
    popular.set(ids.filter((_, position) => position !== index));
    showToast(translate('settings.popular.removed', { name: nameOf(article) }), {
      action: { label: translate('ui.undo'), run: () => popular.set(ids) },
    });
  }

  return (
    <section className={styles.column} aria-labelledby="popular-list">
      <h2 id="popular-list" className={styles.title}>
        {translate('settings.popular.list')}
        <span className={styles.count}>{ids.length}</span>
      </h2>
      {ids.length === 0 ? (
        <div className={styles.empty}>
          <Flame size={24} strokeWidth={1.5} aria-hidden />
          <p>{translate('settings.popular.empty')}</p>
        </div>
      ) : (
        <>
          <OrderedList
            label={translate('settings.popular.list')}
            numbered
            items={popular.articles.map((article) => ({
              id: article.articleId,
              name: nameOf(article),
              content: <ChosenArticle article={article} name={nameOf(article)} />,
            }))}
            onMove={(from, to) => popular.set(moveItem(ids, from, to))}
            onRemove={remove}
          />
          <p className={styles.keys}>{translate('settings.order.keys')}</p>
        </>
      )}
    </section>
  );
}

function ChosenArticle({ article, name }: { article: PopularArticle; name: string }): ReactElement {
  const translate = useTranslate();
  const section = useSectionName(article.section);
  if (article.state === 'loading') return <Skeleton lines={1} />;
  return (
    <div className={styles.article}>
      {article.state === 'gone' ? (
        <span className={styles.headline}>{name}</span>
      ) : (
        <a className={styles.headline} href={routeHref({ screen: 'articles', articleId: article.articleId })}>
          {name}
        </a>
      )}
      <span className={styles.meta}>
        {section}
        {article.state === 'not-published' && (
          <Badge tone="amber" icon={TriangleAlert} title={translate('settings.popular.notPublishedHint')}>
            {translate('settings.popular.notPublished')}
          </Badge>
        )}
      </span>
    </div>
  );
}

/** The name of one of the house's sections; a slug that is none of them as it is. */
function useSectionName(slug: string): string {
  const { sections } = useSettingsForm().settings.house;
  return sections.find((one) => one.slug === slug)?.name ?? slug;
}

function PublishedList({ popular }: { popular: Popular }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const found = useQuery({
    ...queries.articles.list.queryOptions({
      input: { filter: { states: ['published'], query }, limit: MOST_FOUND },
    }),
    placeholderData: (before) => before,
  });
  const there = new Set(popular.articles.map(({ articleId }) => articleId));
  const full = there.size >= MOST_POPULAR;
  const rows = found.data?.rows ?? [];

  return (
    <section className={styles.column} aria-labelledby="popular-found">
      <h2 id="popular-found" className={styles.title}>
        {translate('settings.popular.results')}
      </h2>
      <div className={styles.search}>
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          type="text"
          role="searchbox"
          value={typed}
          placeholder={translate('settings.popular.search')}
          aria-label={translate('settings.popular.search')}
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      {full && <p className={styles.note}>{translate('settings.popular.full')}</p>}
      {found.isPending && <Skeleton lines={3} />}
      {found.isError && rows.length === 0 && (
        <p className={styles.note} role="alert">
          {translate('settings.popular.failed')}{' '}
          <Button size="small" onClick={() => void found.refetch()}>
            {translate('ui.retry')}
          </Button>
        </p>
      )}
      {found.isSuccess && rows.length === 0 && (
        <p className={styles.note}>
          {translate(query === '' ? 'settings.popular.nonePublished' : 'settings.popular.none')}
        </p>
      )}
      {rows.length > 0 && (
        <ul role="list" className={styles.found}>
          {rows.map(({ articleId, headline, section, updatedAt }) => {
            const name = headline === '' ? translate('settings.popular.untitled') : headline;
            return (
              <li key={articleId} className={styles.foundRow}>
                <FoundArticle name={name} section={section} updatedAt={updatedAt} />
                {there.has(articleId) ? (
                  <span className={styles.there}>
                    <Check size={14} strokeWidth={2} aria-hidden />
                    {translate('settings.popular.there')}
                  </span>
                ) : (
                  <IconButton
                    icon={Plus}
                    label={translate('settings.popular.add', { name })}
                    disabled={full}
                    onClick={() => popular.set([...there, articleId])}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

interface FoundArticleProps {
  name: string;
  section: string;
  updatedAt: string;
}

function FoundArticle({ name, section, updatedAt }: FoundArticleProps): ReactElement {
  const sectionName = useSectionName(section);
  return (
    <span className={styles.article}>
      <span className={styles.headline}>{name}</span>
      <span className={styles.meta}>
        {sectionName !== '' && `${sectionName} · `}
        <RelativeTime value={updatedAt} />
      </span>
    </span>
  );
}
