import { useId, useState, type FormEvent, type ReactElement } from 'react';
import type { ArticleListItem } from '../../../shared/contract/articles.ts';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { SearchPicker } from '../../ui/SearchPicker.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useAddToArticle } from './use-add-to-article.ts';
import styles from './AddToArticleDialog.module.css';

interface AddToArticleDialogProps {
  story: WireStoryDetail;
  onClose: () => void;
}

/** *Tambahkan ke naskah…*: which article, and whether the words come along. The latest ones stand there at once. */
export function AddToArticleDialog({ story, onClose }: AddToArticleDialogProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const adding = useAddToArticle();
  const [typed, setTyped] = useState('');
  const [article, setArticle] = useState<ArticleListItem | null>(null);
  const form = useId();
  const [as, setAs] = useState<'copy' | 'source'>('copy');

  async function search(query: string): Promise<readonly ArticleListItem[]> {
    const { rows } = await client.articles.list({ filter: { query }, limit: 8 });
    return rows;
  }

  function add(event: FormEvent): void {
    event.preventDefault();
    if (article === null) return;
    const { storyId, versionId } = story;
    adding.mutate({ articleId: article.articleId, storyId, versionId, as }, { onSuccess: onClose });
  }

  return (
    <Dialog
      open
      size="small"
      title={translate('wire.action.addToArticle')}
      description={translate('wire.add.text', { headline: story.headline ?? '' })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={article === null}
            busy={adding.isPending}
          >
            {translate('wire.add.do')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={add}>
        <SearchPicker<ArticleListItem>
          name="articles"
          label={translate('wire.add.search')}
          listLabel={translate('wire.add.found')}
          typed={typed}
          onTyped={setTyped}
          find={search}
          keyOf={({ articleId }) => articleId}
          picked={article}
          onPick={setArticle}
          renderItem={(one) => (
            <>
              <span className={styles.headline}>{one.headline || translate('wire.add.untitled')}</span>
              <span className={styles.facts}>
                {translate(`articles.state.${one.state}`)} · <RelativeTime value={one.updatedAt} />
              </span>
            </>
          )}
          words={{ none: translate('wire.add.none'), failed: translate('wire.add.failed') }}
        />
        <Tabs<'copy' | 'source'>
          label={translate('wire.add.as')}
          look="pill"
          value={as}
          onChange={setAs}
          items={[
            { value: 'copy', label: translate('wire.add.as.copy') },
            { value: 'source', label: translate('wire.add.as.source') },
          ]}
        />
        <p className={styles.told}>{translate(`wire.add.as.${as}.text`)}</p>
      </form>
    </Dialog>
  );
}
