import { useEffect, type ReactElement, type Ref } from 'react';
import type { WireMedia } from '../../../shared/contract/wire-story.ts';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { formatDateTime, formatNewsDay, zoneLabel } from '../../../shared/domain/indonesian-dates.ts';
import { DocumentView, hostOf } from '../../document-view/DocumentView.tsx';
import { useLocale, useTranslate } from '../../i18n.ts';
import { carriesSource } from '../../taken-copy.ts';
import { classes } from '../../ui/classes.ts';
import { AudioLines, FileChartColumn, Image, Paperclip, Video, type Icon } from '../../ui/icons/icons.ts';
import { formatClock } from './format-clock.ts';
import { RightsNote } from './RightsNote.tsx';
import { StoryLabels } from './StoryLabels.tsx';
import { StoryNotices } from './StoryNotices.tsx';
import styles from './ReadingPane.module.css';

interface StoryArticleProps {
  story: WireStoryDetail;
  onLeave: () => void;
  ref: Ref<HTMLElement>;
}

/** The story as paper: what must be known before using it first, then headline, copy, rights and pictures. */
export function StoryArticle({ story, onLeave, ref }: StoryArticleProps): ReactElement {
  const translate = useTranslate();
  const withdrawn = story.effectiveStatus === 'canceled';
  const subject = story.subjects.find(({ name }) => name !== null && name !== '')?.name ?? null;
  const kicker = [
    story.sourceName,
    subject !== null && story.sourceName.includes(subject) ? null : subject,
    story.urgency === null ? null : translate('wire.read.urgency', { urgency: story.urgency }),
  ].filter((part) => part !== null && part !== '');
  const headline = story.headline ?? translate('wire.read.untitled');
  useEffect(() => {
    document.title = `${headline} – Redaksi`;
    return () => {
      document.title = 'Redaksi';
    };
  }, [headline]);
  return (
    // Escape leads back to the list; nothing here is clicked.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={ref}
      className={styles.scroll}
      // The story scrolls: the keyboard has to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={headline}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onLeave();
        }
      }}
    >
      <div
        className={styles.article}
        lang={story.language ?? undefined}
        {...carriesSource({ storyId: story.storyId, versionId: story.versionId })}
      >
        <StoryNotices story={story} />
        <p className={styles.kicker}>{kicker.join(' · ')}</p>
        <h1 className={classes(styles.headline, withdrawn && styles.headlineWithdrawn)}>{headline}</h1>
        <MetaLine story={story} />
        <StoryLabels marks={story.marks} />
        {story.abstract !== null && !saysTheSame(story.abstract, story.bodyText) && (
          <p className={styles.abstract}>{story.abstract}</p>
        )}
        <div className={styles.copy}>
          <DocumentView document={story.body} dateline={story.dateline?.text ?? null} />
        </div>
        {story.problems.includes('summary-only') && (
          <p className={styles.summaryOnly}>{translate('wire.read.summaryOnly')}</p>
        )}
        <RightsNote story={story} />
        {story.media.length > 0 && (
          <section className={styles.media}>
            <h2>{translate('wire.read.media')}</h2>
            {story.media.map((media, index) => (
              <MediaCard key={index} media={media} />
            ))}
          </section>
        )}
      </div>
    </article>
  );
}

function MetaLine({ story }: { story: WireStoryDetail }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const time = story.versionCreated ?? story.arrivedAt;
  const epochMs = Date.parse(time);
  const city = story.dateline?.city ?? null;
  const day = formatNewsDay(epochMs, offsetMinutes, language);
  return (
    <p className={styles.meta}>
      {city === null ? '' : `${city}, `}
      <time dateTime={time} title={formatDateTime(epochMs, offsetMinutes, language)}>
        {day} · {formatClock(time, offsetMinutes, language)} {zoneLabel(offsetMinutes)}
      </time>
      {' · '}
      {translate('wire.read.words', { count: story.wordCount })}
      {story.byline !== null && story.byline !== '' && (
        <> · {translate('wire.read.byline', { name: story.byline })}</>
      )}
    </p>
  );
}

/** Feeds often repeat the first words of the copy as its abstract. */
function saysTheSame(abstract: string, bodyText: string): boolean {
  const start = plain(abstract).slice(0, 80);
  return start === '' || plain(bodyText).includes(start);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const mediaIcons: Record<WireMedia['type'], Icon> = {
  picture: Image,
  video: Video,
  audio: AudioLines,
  graphic: FileChartColumn,
  other: Paperclip,
};

/** Pictures of a story are not loaded from elsewhere: a card says what and where they are. */
function MediaCard({ media }: { media: WireMedia }): ReactElement {
  const Icon = mediaIcons[media.type];
  const facts = [
    hostOf(media.url),
    media.width !== null && media.height !== null ? `${media.width} × ${media.height}` : null,
    media.mimeType,
  ].filter((fact) => fact !== null);
  return (
    <div className={styles.card}>
      <span className={styles.thumb}>
        <Icon size={20} />
      </span>
      <div className={styles.cardText}>
        {media.caption ?? media.alt ?? ''}
        {media.credit !== null && <small>{media.credit}</small>}
        <small>{facts.join(' · ')}</small>
      </div>
    </div>
  );
}
