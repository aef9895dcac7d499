import type { ReactElement } from 'react';
import type { Comment } from '../../../shared/contract/comments.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { CircleCheck, Clock, TriangleAlert } from '../../ui/icons/icons.ts';
import { useNow } from '../../ui/use-now.ts';
import { formatTerm } from './format-term.ts';

/** How a complaint stands: the time left, overdue, or dealt with; the exact time on hover. */
export function ComplaintTerm({ complaint }: { complaint: NonNullable<Comment['complaint']> }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const { dueAt, doneAt } = complaint;
  const exact = (instant: string) => formatDateTime(Date.parse(instant), offsetMinutes, language);
  if (doneAt !== null) {
    return (
      <Badge tone="green" icon={CircleCheck}>
        {translate('comments.complaint.done', { time: exact(doneAt) })}
      </Badge>
    );
  }
  const left = Date.parse(dueAt) - now;
  const title = translate('comments.complaint.due', { time: exact(dueAt) });
  return left < 0 ? (
    <Badge tone="alarm" icon={TriangleAlert} title={title}>
      {translate('comments.complaint.overdueBy', { time: formatTerm(-left, language) })}
    </Badge>
  ) : (
    <Badge tone="amber" icon={Clock} title={title}>
      {translate('comments.complaint.left', { time: formatTerm(left, language) })}
    </Badge>
  );
}
