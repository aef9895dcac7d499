import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Input } from '../../../ui/Field.tsx';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { showToast } from '../../../ui/toast.ts';
import { CompareView } from '../composer/CompareView.tsx';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import styles from './inspector.module.css';

/** Every revision that was cut, newest first: look at it beside what stands now, or go back to it. */
export function RevisionsTab({ desk, draft }: { desk: DraftDesk; draft: Draft }): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const [comparing, setComparing] = useState<number | null>(null);
  const [name, setName] = useState('');
  const { articleId } = draft;
  const revisions = useQuery(queries.articles.revisions.queryOptions({ input: { articleId } }));

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }
  function refresh(): void {
    void queryClient.invalidateQueries({
      queryKey: queries.articles.revisions.key({ input: { articleId } }),
    });
  }
  const cut = useMutation({
    async mutationFn() {
      await draft.autosave.flush();
      return client.articles.saveRevision({ articleId, note: name.trim() });
    },
    onSuccess() {
      setName('');
      refresh();
    },
    onError: tell,
  });
  const restore = useMutation({
    async mutationFn(revisionId: number) {
      await draft.autosave.flush();
      return client.articles.restoreRevision({ articleId, revisionId, base: draft.autosave.base() });
    },
    onSuccess(article) {
      desk.accept(article);
      setComparing(null);
      refresh();
      showToast(translate('revisions.restored'));
    },
    onError: tell,
  });

  if (revisions.isError) return <p className={styles.problem}>{translate('revisions.failed')}</p>;
  if (revisions.data === undefined) return <Skeleton lines={4} />;
  return (
    <div className={styles.revisions}>
      <form
        className={styles.revisionForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (!cut.isPending) cut.mutate();
        }}
      >
        <Input
          aria-label={translate('revisions.name')}
          placeholder={translate('revisions.name.placeholder')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
        <Button icon={History} type="submit" busy={cut.isPending}>
          {translate('revisions.save')}
        </Button>
      </form>
      {revisions.data.length === 0 && <EmptyState icon={History} title={translate('revisions.empty')} />}
      <ol className={styles.revisionList}>
        {revisions.data.map((revision) => (
          <li key={revision.revisionId} className={styles.revision}>
            <div className={styles.revisionHead}>
              <strong>{translate(`revisions.reason.${revision.reason}`)}</strong>
              <RelativeTime value={revision.createdAt} />
            </div>
            <div className={styles.revisionFacts}>
              {[
                noteWords(revision.note, translate),
                revision.personCode,
                translate('articles.words', { count: revision.wordCount }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </div>
            <div className={styles.revisionTools}>
              <Button size="small" look="ghost" onClick={() => setComparing(revision.revisionId)}>
                {translate('revisions.compare')}
              </Button>
              <Button
                size="small"
                look="ghost"
                busy={restore.isPending && restore.variables === revision.revisionId}
                onClick={() => restore.mutate(revision.revisionId)}
              >
                {translate('revisions.restore')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {comparing !== null && (
        <CompareDialog
          draft={draft}
          revisionId={comparing}
          restoring={restore.isPending}
          onRestore={() => restore.mutate(comparing)}
          onClose={() => setComparing(null)}
        />
      )}
    </div>
  );
}

/** The core notes a change of state as `draft → ready`. */
function noteWords(note: string, translate: Translate): string {
  const [from, to] = note.split(' → ').map((state) => `articles.state.${state}`);
  if (from === undefined || to === undefined || !isMessageKey(from) || !isMessageKey(to)) return note;
  return `${translate(from)} → ${translate(to)}`;
}

interface CompareDialogProps {
  draft: Draft;
  revisionId: number;
  restoring: boolean;
  onRestore: () => void;
  onClose: () => void;
}

function CompareDialog({
  draft,
  revisionId,
  restoring,
  onRestore,
  onClose,
}: CompareDialogProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { queries } = useCore();
  const [now] = useState(() => ({ fields: draft.fields.get(), document: draft.document() }));
  const revision = useQuery(
    queries.articles.revision.queryOptions({ input: { articleId: draft.articleId, revisionId } }),
  ).data;
  const time =
    revision === undefined ? '' : formatDateTime(Date.parse(revision.createdAt), offsetMinutes, language);
  return (
    <Dialog
      open
      size="large"
      title={translate('compare.title')}
      onClose={onClose}
      footer={
        <Button look="primary" busy={restoring} onClick={onRestore}>
          {translate('revisions.restore')}
        </Button>
      }
    >
      {revision === undefined ? (
        <Skeleton lines={5} />
      ) : (
        <CompareView
          left={{
            title: translate('compare.then', { time }),
            fields: revision.fields,
            document: revision.document,
          }}
          right={{ title: translate('compare.now'), ...now }}
        />
      )}
    </Dialog>
  );
}
