import { useQuery } from '@tanstack/react-query';
import { FileX, FilePen, MessageSquareReply, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CorrectionMark as Mark } from '../../shared/contract/corrections.ts';
import { useCore } from '../core-client/core-client.ts';
import { useTranslate } from '../i18n.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';

const LOOKS: Record<Mark, { icon: LucideIcon; tone: Tone }> = {
  withdrawn: { icon: FileX, tone: 'red' },
  corrected: { icon: FilePen, tone: 'amber' },
  answered: { icon: MessageSquareReply, tone: 'violet' },
  reply: { icon: MessageSquareReply, tone: 'violet' },
};

interface CorrectionMarkProps {
  articleId: string;
  /** Of the words beside the icon, for where there is little room. */
  wordsClass?: string | undefined;
}

/** That the house has corrected or withdrawn a story, or that it was answered; nothing of any other. */
export function CorrectionMark({ articleId, wordsClass }: CorrectionMarkProps): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const mark = useQuery(queries.corrections.marks.queryOptions({ select: (marks) => marks[articleId] })).data;
  if (mark === undefined) return null;
  const { icon, tone } = LOOKS[mark];
  return (
    <Badge icon={icon} tone={tone} title={translate(`corrections.mark.${mark}.hint`)}>
      <span className={wordsClass}>{translate(`corrections.mark.${mark}`)}</span>
    </Badge>
  );
}
