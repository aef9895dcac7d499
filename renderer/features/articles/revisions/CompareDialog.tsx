import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import type { ComparableCopy } from '../../../../shared/document/compare.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { useRevisionTitle, type RevisionSummary } from './revision-title.ts';
import { CompareTwo } from '../../../compare/CompareTwo.tsx';

/** One side of a comparison: a revision by its id, or what is on screen now. */
export type ComparedSide = number | 'now';

interface CompareDialogProps {
  draft: Draft;
  /** Newest first. */
  revisions: readonly RevisionSummary[];
  start: { before: ComparedSide; after: ComparedSide };
  restoring: boolean;
  onRestore: (revisionId: number) => void;
  onClose: () => void;
}

/** Any two revisions of an article, or one and what stands now, as one text. */
export function CompareDialog({
  draft,
  revisions,
  start,
  restoring,
  onRestore,
  onClose,
}: CompareDialogProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const titleOf = useRevisionTitle();
  const [sides, setSides] = useState(start);
  const [now] = useState<ComparableCopy>(() => ({ fields: draft.fields.get(), document: draft.document() }));
  const before = useCopy(draft.articleId, sides.before, now);
  const after = useCopy(draft.articleId, sides.after, now);
  const restorable = sides.before === 'now' ? sides.after : sides.before;

  function choose(side: 'before' | 'after') {
    return (value: string) => setSides({ ...sides, [side]: value === 'now' ? 'now' : Number(value) });
  }

  const choices = [
    { value: 'now', label: translate('compare.now') },
    ...revisions.map((revision) => ({
      value: String(revision.revisionId),
      label: `${formatDateTime(Date.parse(revision.createdAt), offsetMinutes, language)} · ${titleOf(revision)}`,
    })),
  ];

  return (
    <Dialog
      open
      size="wide"
      title={translate('compare.title')}
      onClose={onClose}
      footer={
        restorable !== 'now' && (
          <Button look="primary" busy={restoring} onClick={() => onRestore(restorable)}>
            {translate('compare.restore', {
              time: timeOf(revisions, restorable, (value) => formatDateTime(value, offsetMinutes, language)),
            })}
          </Button>
        )
      }
    >
      <CompareTwo
        before={{
          ...before,
          label: translate('compare.before'),
          value: String(sides.before),
          onChange: choose('before'),
        }}
        after={{
          ...after,
          label: translate('compare.after'),
          value: String(sides.after),
          onChange: choose('after'),
        }}
        choices={choices}
      />
    </Dialog>
  );
}

function timeOf(
  revisions: readonly RevisionSummary[],
  revisionId: number,
  format: (epochMs: number) => string,
): string {
  const revision = revisions.find((one) => one.revisionId === revisionId);
  return revision === undefined ? '' : format(Date.parse(revision.createdAt));
}

/** A revision never changes: it is asked for once. */
function useCopy(
  articleId: string,
  side: ComparedSide,
  now: ComparableCopy,
): { copy: ComparableCopy | null; error: unknown } {
  const { queries } = useCore();
  const revision = useQuery({
    ...queries.articles.revision.queryOptions({
      input: { articleId, revisionId: side === 'now' ? 0 : side },
    }),
    enabled: side !== 'now',
    staleTime: Infinity,
  });
  if (side === 'now') return { copy: now, error: null };
  return { copy: revision.data ?? null, error: revision.error };
}
