import type { ReactElement } from 'react';
import type { ImpactDetail } from '../../../shared/contract/impact.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { routeHref } from '../../navigation.ts';
import { CalendarClock, CalendarX, Globe, LayoutDashboard, type Icon } from '../../ui/icons/icons.ts';
import styles from './ImpactDetail.module.css';

interface Place {
  icon: Icon;
  words: string;
  href: string | null;
}

/** Where readers see the article, where they will, and which fronts show it. */
export function WhereItStands({ entry }: { entry: ImpactDetail }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { liveTargets, schedules, slots, siblings } = entry;
  const live = liveTargets.map(({ name, url }): Place => ({
    icon: Globe,
    words: translate('impact.where.live', { target: name }),
    href: url,
  }));
  const due = schedules.map(({ targetName, publishAt, stopped }): Place => ({
    icon: stopped ? CalendarX : CalendarClock,
    words: translate(stopped ? 'impact.where.stopped' : 'impact.where.schedule', {
      time: formatDateTime(Date.parse(publishAt), offsetMinutes, language),
      target: targetName,
    }),
    href: routeHref({ screen: 'outbox', page: 'schedule' }),
  }));
  const onFronts = slots.map(({ frontId, frontName, collection, live: seen }): Place => ({
    icon: LayoutDashboard,
    words: translate(seen ? 'impact.where.slot' : 'impact.where.slotDraft', {
      front: frontName,
      collection,
    }),
    href: routeHref({ screen: 'fronts', frontId }),
  }));
  const places = [...live, ...due, ...onFronts];
  return (
    <>
      <h3 className={styles.caption}>{translate('impact.where')}</h3>
      {places.length === 0 && <p className={styles.quiet}>{translate('impact.where.notLive')}</p>}
      <ul className={styles.places}>
        {places.map(({ icon: Icon, words, href }) => (
          <li key={words}>
            <Icon size={14} />
            {href === null ? (
              words
            ) : (
              <a
                href={href}
                {...(href.startsWith('#') ? {} : { target: '_blank', rel: 'noopener noreferrer' })}
              >
                {words}
              </a>
            )}
          </li>
        ))}
      </ul>
      {siblings.length > 0 && (
        <>
          <h3 className={styles.caption}>{translate('impact.siblings')}</h3>
          <ul className={styles.places}>
            {siblings.map(({ impactId, articleHeadline, state }) => (
              <li key={impactId}>
                <a href={routeHref({ screen: 'impact', impactId })}>
                  {articleHeadline === '' ? translate('articles.untitled') : articleHeadline}
                </a>
                <span className={styles.quiet}>
                  {state === 'open' ? translate('impact.view.open') : translate(`impact.state.${state}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
