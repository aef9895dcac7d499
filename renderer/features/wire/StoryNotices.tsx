import type { ReactElement, ReactNode } from 'react';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { classes } from '../../ui/classes.ts';
import {
  Archive,
  Ban,
  CircleHelp,
  Clock,
  MessageSquareText,
  Scissors,
  ShieldBan,
  StickyNote,
  type Icon,
} from '../../ui/icons/icons.ts';
import { useNow } from '../../ui/use-now.ts';
import { formatRemaining } from './decide-story-marks.ts';
import { useStorySource } from './use-story-source.ts';
import styles from './ReadingPane.module.css';

/** What has to be known before a story is used: withdrawn, withheld, under embargo, cut off, a note of the source. */
export function StoryNotices({ story }: { story: WireStoryDetail }): ReactElement | null {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const source = useStorySource(story);
  const { effectiveStatus: status, problems } = story;
  const until = story.embargoed === null ? Number.NaN : Date.parse(story.embargoed);
  const notices: ReactElement[] = [];
  if (status === 'canceled' || status === 'withheld' || status === 'unknown') {
    const name = status === 'canceled' ? 'withdrawn' : status;
    const look = { canceled: 'red', withheld: 'violet', unknown: 'amber' } as const;
    const icon = { canceled: Ban, withheld: Clock, unknown: CircleHelp }[status];
    notices.push(
      <Notice key="status" tone={look[status]} icon={icon} title={translate(`wire.notice.${name}.title`)}>
        {story.withdrawalReason !== null && (
          <p>{translate('lifeCycle.reason', { reason: story.withdrawalReason })}</p>
        )}
        {translate(`wire.notice.${name}.text`)}
      </Notice>,
    );
  }
  if (source?.allowedUses.publish === false) {
    notices.push(
      <Notice key="refused" tone="red" icon={ShieldBan} title={translate('wire.notice.refused.title')}>
        {translate('wire.notice.refused.text', { source: source.name })}
      </Notice>,
    );
  }
  if (problems.includes('embargo-unreadable')) {
    notices.push(
      <Notice
        key="embargo"
        tone="violet"
        icon={Clock}
        title={translate('wire.notice.embargoUnreadable.title')}
      >
        {translate('wire.notice.embargoUnreadable.text')}
      </Notice>,
    );
  } else if (until > now) {
    const time = formatDateTime(until, offsetMinutes, language);
    notices.push(
      <Notice
        key="embargo"
        tone="violet"
        icon={Clock}
        title={translate('wire.notice.embargo.title', { time })}
      >
        {translate('lifeCycle.embargo.remaining', { time: formatRemaining(until - now, language) })}{' '}
        {translate('wire.notice.embargo.text')}
      </Notice>,
    );
  }
  if (problems.includes('partial')) {
    notices.push(
      <Notice key="partial" tone="amber" icon={Scissors} title={translate('wire.notice.partial.title')}>
        {translate('wire.notice.partial.text')}
      </Notice>,
    );
  }
  // The reason of a withdrawal stands above already.
  if (story.edNote !== null && story.edNote !== '' && story.edNote !== story.withdrawalReason) {
    notices.push(
      <Notice key="note" icon={MessageSquareText} title={translate('wire.read.editorNote')}>
        {story.edNote}
      </Notice>,
    );
  }
  const { note, spiked } = story.marks;
  if (note !== null) {
    const who = note.code || note.name;
    notices.push(
      <Notice
        key="desk-note"
        icon={StickyNote}
        title={translate('wire.notice.note', {
          who,
          time: formatDateTime(Date.parse(note.at), offsetMinutes, language),
        })}
      >
        {note.text}
      </Notice>,
    );
  }
  if (spiked !== null) {
    const who = spiked.code || spiked.name;
    notices.push(
      <Notice
        key="spiked"
        icon={Archive}
        title={translate('wire.notice.spiked', {
          who,
          time: formatDateTime(Date.parse(spiked.at), offsetMinutes, language),
        })}
      >
        {translate('wire.notice.spiked.text')}
      </Notice>,
    );
  }
  return notices.length === 0 ? null : <div className={styles.notices}>{notices}</div>;
}

interface NoticeProps {
  tone?: 'red' | 'amber' | 'violet';
  icon: Icon;
  title: string;
  children: ReactNode;
}

function Notice({ tone, icon: Icon, title, children }: NoticeProps): ReactElement {
  return (
    <div className={classes(styles.notice, tone !== undefined && styles[tone])} role="note">
      <strong>
        <Icon size={15} />
        {title}
      </strong>
      {children}
    </div>
  );
}
