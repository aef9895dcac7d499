import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected, useStore } from '../../../store.ts';
import { HeadlinePreviews } from './HeadlinePreviews.tsx';
import { HeadlineText } from './HeadlineText.tsx';
import { SameHeadlines } from './SameHeadlines.tsx';
import { SlugField } from './SlugField.tsx';
import styles from './headlines.module.css';

/** The headline set: what the story is called in every place, how long each may be, and how it will look there. */
export function HeadlinesTab({ draft }: { draft: Draft }): ReactElement {
  const translate = useTranslate();
  const writes = useStore(draft.writes);
  const headline = useSelected(draft.fields, (fields) => fields.headline);
  const dek = useSelected(draft.fields, (fields) => fields.dek);
  return (
    <div className={styles.tab}>
      <SameHeadlines draft={draft} />
      <fieldset className={styles.set} disabled={!writes}>
        <HeadlineText draft={draft} field="headline" maxLength={1000} hasCase />
        <HeadlineText draft={draft} field="shortHeadline" instead={headline} maxLength={300} hasCase />
        <HeadlineText draft={draft} field="kicker" maxLength={200} hasCase />
        <HeadlineText draft={draft} field="dek" maxLength={5000} />
        <HeadlineText
          draft={draft}
          field="seoTitle"
          instead={headline}
          maxLength={300}
          hasCase
          hint={translate('headlines.seo.hint')}
        />
        <HeadlineText draft={draft} field="seoDescription" instead={dek} maxLength={1000} />
        <HeadlineText draft={draft} field="socialTitle" instead={headline} maxLength={300} hasCase />
        <SlugField draft={draft} />
      </fieldset>
      <HeadlinePreviews draft={draft} />
    </div>
  );
}
