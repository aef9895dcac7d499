import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Article } from '../../../../shared/contract/articles.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { showToast } from '../../../ui/toast.ts';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import { CompareView } from '../../../compare/CompareView.tsx';
import styles from './composer.module.css';

interface ConflictDialogProps {
  desk: DraftDesk;
  draft: Draft;
  theirs: Article;
}

/** Two copies of one article: nothing is overwritten before somebody has looked at both. */
export function ConflictDialog({ desk, draft, theirs }: ConflictDialogProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const [open, setOpen] = useState(true);
  const [ours] = useState(() => ({ fields: draft.fields.get(), document: draft.document() }));

  const keep = useMutation({
    async mutationFn(both: boolean) {
      const { articleId } = draft;
      if (both) await client.articles.saveRevision({ articleId, note: translate('conflict.note') });
      const saved = await draft.autosave.takeOver(theirs.base);
      if (saved.kind === 'saved') draft.conflict.set(null);
    },
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });

  if (!open) {
    return (
      <div className={styles.conflictBar} role="alert">
        <span>{translate('conflict.title')}</span>
        <Button size="small" onClick={() => setOpen(true)}>
          {translate('composer.conflict.compare')}
        </Button>
      </div>
    );
  }
  return (
    <Dialog
      open
      size="wide"
      title={translate('conflict.title')}
      description={translate('conflict.text')}
      onClose={() => setOpen(false)}
      footer={
        <>
          <Button
            onClick={() => {
              desk.takeTheirs(draft, theirs);
              showToast(translate('conflict.tookTheirs'));
            }}
          >
            {translate('conflict.takeTheirs')}
          </Button>
          <Button busy={keep.isPending} onClick={() => keep.mutate(false)}>
            {translate('conflict.takeOurs')}
          </Button>
          <Button look="primary" busy={keep.isPending} onClick={() => keep.mutate(true)}>
            {translate('conflict.keepBoth')}
          </Button>
        </>
      }
    >
      <p className={styles.direction}>
        {translate('conflict.theirs')} → {translate('conflict.ours')}
      </p>
      <CompareView before={theirs} after={ours} />
    </Dialog>
  );
}
