import type { z } from 'zod';
import type { revisionSummarySchema } from '../../../../shared/contract/articles.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useTranslate, type Translate } from '../../../i18n.ts';

export type RevisionSummary = z.output<typeof revisionSummarySchema>;

/** The core notes a change of state as `draft → ready`, and which revision was restored as `#12`. */
function noteWords({ note, reason }: RevisionSummary, translate: Translate): string {
  if (reason === 'restore') return '';
  const [from, to] = note.split(' → ').map((state) => `articles.state.${state}`);
  if (from === undefined || to === undefined || !isMessageKey(from) || !isMessageKey(to)) return note;
  return `${translate(from)} → ${translate(to)}`;
}

/** Why a revision was cut, in words: the name it was given, else what happened. */
export function useRevisionTitle(): (revision: RevisionSummary) => string {
  const translate = useTranslate();
  return (revision) => noteWords(revision, translate) || translate(`revisions.reason.${revision.reason}`);
}
