import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CorrectionMark as Mark } from '../../shared/contract/corrections.ts';
import { useCore } from '../core-client/core-client.ts';
import { useTranslate } from '../i18n.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { FileX, FilePen, MessageSquareReply, type Icon } from '../ui/icons/icons.ts';

const LOOKS: Record<Mark, { icon: Icon; tone: Tone }> = {
  withdrawn: { icon: FileX, tone: 'red' },
  corrected: { icon: FilePen, tone: 'amber' },
  answered: { icon: MessageSquareReply, tone: 'violet' },
  reply: { icon: MessageSquareReply, tone: 'violet' },
};

interface CorrectionBadgeProps {
  mark: Mark;
  /** Of the words beside the icon, for where there is little room. */
  wordsClass?: string | undefined;
}

/** That the house has corrected or withdrawn a story, or that it was answered. */
export function CorrectionBadge({ mark, wordsClass }: CorrectionBadgeProps): ReactElement {
  const translate = useTranslate();
  const { icon, tone } = LOOKS[mark];
  return (
    <Badge icon={icon} tone={tone} title={translate(`corrections.mark.${mark}.hint`)}>
      <span className={wordsClass}>{translate(`corrections.mark.${mark}`)}</span>
    </Badge>
  );
}

const NONE: Readonly<Record<string, Mark>> = {};

/** The mark of every story that has one, by article: asked for once by a list, not by each of its rows. */
export function useCorrectionMarks(): Readonly<Record<string, Mark>> {
  const { queries } = useCore();
  return useQuery(queries.corrections.marks.queryOptions()).data ?? NONE;
}

interface CorrectionMarkProps extends Omit<CorrectionBadgeProps, 'mark'> {
  articleId: string;
}

/** The badge of one story; nothing where it has no mark. */
export function CorrectionMark({ articleId, wordsClass }: CorrectionMarkProps): ReactElement | null {
  const { queries } = useCore();
  const mark = useQuery(queries.corrections.marks.queryOptions({ select: (marks) => marks[articleId] })).data;
  return mark === undefined ? null : <CorrectionBadge mark={mark} wordsClass={wordsClass} />;
}
