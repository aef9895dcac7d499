import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type ReactElement } from 'react';
import type { ArticleListItem } from '../../shared/contract/articles.ts';
import { translate as translateTo } from '../../shared/i18n/translate.ts';
import { useCore } from '../core-client/core-client.ts';
import { errorMessage } from '../core-client/core-error.ts';
import { useTranslate } from '../i18n.ts';
import { navigate } from '../navigation.ts';
import { Button } from '../ui/Button.tsx';
import { Field, Input } from '../ui/Field.tsx';
import { FilePlus2, MessageSquareReply } from '../ui/icons/icons.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { showToast } from '../ui/toast.ts';
import { FilingDialog } from './FilingDialog.tsx';
import { useCorrectionsOf, useFiling, type Filing } from './use-filing.ts';
import styles from './corrections.module.css';

type Reply = Filing & { despiteFindings: boolean; replyArticleId: string };

/** Live stories offered at a time; the search narrows them down. */
const MOST_OFFERED = 8;

interface ReplyDialogProps {
  articleId: string;
  /** Of the story that is answered. */
  headline: string;
  onClose: () => void;
}

/** *Hak jawab…*: the reply is a story of its own; the two are linked both ways, wherever they are live. */
export function ReplyDialog({ articleId, headline, onClose }: ReplyDialogProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const name = useId();
  const known = useCorrectionsOf(articleId);
  const [words, setWords] = useState('');
  const query = useDeferredValue(words.trim());
  const [chosen, setChosen] = useState<ArticleListItem | null>(null);
  const [tried, setTried] = useState(false);
  const [beginning, setBeginning] = useState(false);
  const found = useQuery(
    queries.articles.list.queryOptions({
      input: { filter: { states: ['published'], query }, limit: 2 * MOST_OFFERED },
      placeholderData: (before) => before,
    }),
  );
  const filing = useFiling((input: Reply) => client.corrections.linkReply(input), {
    told: 'reply.filed',
    onFiled: onClose,
  });
  const linked = new Set(
    (known.data?.entries ?? []).map(({ matter }) =>
      matter.kind === 'withdrawal' ? null : matter.otherArticleId,
    ),
  );
  const offered = (found.data?.rows ?? [])
    .filter((row) => row.articleId !== articleId && row.liveTargets.length > 0 && !linked.has(row.articleId))
    .slice(0, MOST_OFFERED);

  const missingAt = (known.data?.liveAt ?? []).filter(
    (place) => chosen?.liveTargets.every(({ name: target }) => target !== place) === true,
  );

  function submit(): void {
    setTried(true);
    if (chosen === null || known.data === undefined) return;
    const { entries } = known.data;
    filing.send({
      articleId,
      requestId: filing.requestId,
      known: entries.length,
      despiteFindings: filing.asks,
      replyArticleId: chosen.articleId,
    });
  }

  /** The reply is written, seen and published like any other story, then linked. */
  async function begin(): Promise<void> {
    setBeginning(true);
    try {
      const reply = await client.articles.create({});
      await client.articles.saveDraft({
        articleId: reply.articleId,
        base: reply.base,
        mutationId: crypto.randomUUID(),
        fields: {
          ...reply.fields,
          headline: translateTo('id', 'site.correction.replyHeadline', { headline }),
        },
      });
      onClose();
      navigate({ screen: 'articles', articleId: reply.articleId });
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
      setBeginning(false);
    }
  }

  return (
    <FilingDialog
      articleId={articleId}
      title={translate('reply.title')}
      file={{ label: translate('reply.file'), icon: MessageSquareReply, look: 'primary' }}
      busy={filing.busy}
      problem={filing.problem}
      asks={filing.asks}
      failed={known.isError || found.isError}
      entries={known.data?.entries}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={styles.lead}>{translate('reply.intro')}</p>
      <Field
        label={translate('reply.search')}
        error={tried && chosen === null ? translate('reply.needed') : null}
      >
        {(control) => (
          <Input {...control} type="search" value={words} onChange={({ target }) => setWords(target.value)} />
        )}
      </Field>
      <fieldset className={styles.offered} aria-label={translate('reply.offered')}>
        {offered.map((story) => (
          <label key={story.articleId} className={styles.offer}>
            <input
              type="radio"
              name={name}
              checked={story.articleId === chosen?.articleId}
              onChange={() => setChosen(story)}
            />
            <span className={styles.offerWords}>
              {story.headline === '' ? translate('articles.untitled') : story.headline}
              <span className={styles.note}>
                {story.liveTargets.map((target) => target.name).join(', ')} ·{' '}
                <RelativeTime value={story.updatedAt} />
              </span>
            </span>
          </label>
        ))}
        {found.data !== undefined && offered.length === 0 && (
          <p className={styles.note}>{translate('reply.none')}</p>
        )}
      </fieldset>
      {missingAt.length > 0 && (
        <p className={styles.note}>{translate('reply.missingAt', { places: missingAt.join(', ') })}</p>
      )}
      <div className={styles.begin}>
        <span className={styles.note}>{translate('reply.begin.text')}</span>
        <Button size="small" icon={FilePlus2} busy={beginning} onClick={() => void begin()}>
          {translate('reply.begin')}
        </Button>
      </div>
      <section className={styles.group} aria-label={translate('corrections.preview')}>
        <h3 className={styles.legend}>{translate('corrections.preview')}</h3>
        <div className={styles.preview} lang="id">
          <p>{translateTo('id', 'site.correction.reply')}</p>
          <p className={styles.previewLink}>{chosen?.headline ?? '…'}</p>
        </div>
        <div className={styles.preview} lang="id">
          <p>{translateTo('id', 'site.correction.reply-to')}</p>
          <p className={styles.previewLink}>{headline}</p>
        </div>
      </section>
    </FilingDialog>
  );
}
