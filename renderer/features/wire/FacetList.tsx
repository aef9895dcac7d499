import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { WireFacets } from '../../../shared/contract/wire-facets.ts';
import { formatNumber, type Language } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { classes } from '../../ui/classes.ts';
import { ChevronDown } from '../../ui/icons/icons.ts';
import { changeInboxView, filterOfView, useInboxView } from './inbox-view.ts';
import styles from './FacetList.module.css';

/** Counts are no news: they are looked at anew now and then, not with every arrival. */
const ANEW_MS = 30_000;

const KINDS = ['states', 'urgencies', 'subjects', 'languages', 'sources'] as const;
type Kind = (typeof KINDS)[number];

/** The conditions as the search reads them. */
const KEYS: Record<Language, Record<Kind, string>> = {
  id: { sources: 'sumber', subjects: 'subjek', urgencies: 'urgensi', languages: 'bahasa', states: 'adalah' },
  en: { sources: 'source', subjects: 'subject', urgencies: 'urgency', languages: 'language', states: 'is' },
};
const STATES: Record<Language, Record<WireFacets['states'][number]['value'], string>> = {
  id: {
    unread: 'belum-dibaca',
    claimed: 'diambil',
    flagged: 'ditandai',
    embargoed: 'embargo',
    withdrawn: 'ditarik',
  },
  en: {
    unread: 'unread',
    claimed: 'claimed',
    flagged: 'flagged',
    embargoed: 'embargoed',
    withdrawn: 'withdrawn',
  },
};

/** `id` → `Indonesia`; what is no language's code is shown as it came. */
function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What the newest stories of the list are, counted: a click puts a condition into the search, or takes it out. */
export function FacetList(): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { queries } = useCore();
  const view = useInboxView();
  const [open, setOpen] = useState(false);
  const facets = useQuery({
    ...queries.wire.facets.queryOptions({ input: { filter: filterOfView(view) } }),
    enabled: open,
    staleTime: ANEW_MS,
    refetchInterval: ANEW_MS,
    placeholderData: keepPreviousData,
  }).data;
  const words = view.query.trim();

  function conditionOf(kind: Kind, value: string | number): string {
    const plain = String(value).replaceAll('"', '');
    const said = kind === 'states' ? STATES[language][value as keyof (typeof STATES)['id']] : plain;
    return `${KEYS[language][kind]}:${/\s/.test(said) ? `"${said}"` : said}`;
  }

  function shown(kind: Kind, value: string | number): string {
    if (kind === 'states') return translate(`facets.state.${value as 'unread'}`);
    if (kind === 'urgencies') return translate('facets.urgency', { value });
    if (kind === 'languages') return languageName(String(value), language);
    return String(value);
  }

  function toggle(condition: string): void {
    const without = ` ${words} `.replace(` ${condition} `, ' ').trim();
    changeInboxView({ query: without === words ? `${words} ${condition}`.trim() : without });
  }

  return (
    <section className={styles.facets}>
      <button
        type="button"
        className={styles.title}
        aria-expanded={open}
        onClick={() => setOpen((shown) => !shown)}
      >
        <ChevronDown size={14} className={classes(!open && styles.closed)} />
        {translate('facets.title')}
      </button>
      {open && facets !== undefined && (
        <>
          <p className={styles.note}>
            {translate('facets.note', {
              looked: formatNumber(language, facets.looked),
              horizon: formatNumber(language, facets.horizon),
            })}
          </p>
          {KINDS.map((kind) => {
            const values = facets[kind];
            if (values.length === 0) return null;
            return (
              <div key={kind} role="group" aria-label={translate(`facets.${kind}`)} className={styles.kind}>
                <h3>{translate(`facets.${kind}`)}</h3>
                {values.map(({ value, count }) => {
                  const condition = conditionOf(kind, value);
                  return (
                    <button
                      key={value}
                      type="button"
                      className={styles.value}
                      aria-pressed={` ${words} `.includes(` ${condition} `)}
                      onClick={() => toggle(condition)}
                    >
                      <span>{shown(kind, value)}</span>
                      <span className={styles.count}>{formatNumber(language, count)}</span>
                    </button>
                  );
                })}
              </div>
            );
          })}
        </>
      )}
    </section>
  );
}
