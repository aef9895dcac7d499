import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { documentImages, documentText } from '../../../../shared/document/walk.ts';
import { makeSlug } from '../../../../shared/domain/slug.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected } from '../../../store.ts';
import { useEditorServices } from '../drafts/use-editor-services.ts';
import styles from './headlines.module.css';

/** Characters of the copy that stand in for a dek that is missing. */
const OPENING = 200;

/** Host and path of the site, as results and cards print them. */
function siteOf(address: string, name: string): { host: string; trail: string[] } {
  if (!URL.canParse(address)) return { host: name, trail: [] };
  const { host, pathname } = new URL(address);
  return { host: host.replace(/^www\./, ''), trail: pathname.split('/').filter((part) => part !== '') };
}

/** The article as a slot of a front, a result of Google and a card in WhatsApp or Facebook will show it. */
export function HeadlinePreviews({ draft }: { draft: Draft }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const services = useEditorServices();
  const house = useQuery(queries.settings.get.queryOptions()).data?.house;
  const fields = useSelected(draft.fields, (all) => all);
  // Looked up when the previews are opened: the copy is not read again while one types.
  const [{ picture, opening }] = useState(() => {
    const document = draft.document();
    const first = documentImages(document)[0];
    return {
      picture: first === undefined || first.mediaId === '' ? null : services.pictureAddress(first.mediaId),
      opening: documentText(document).slice(0, OPENING),
    };
  });

  const headline = fields.headline.trim() || translate('articles.untitled');
  const summary = fields.dek.trim() || opening;
  const section = house?.sections.find(({ slug }) => slug === fields.section)?.name ?? '';
  const { host, trail } = siteOf(house?.siteUrl ?? '', house?.name ?? '');
  const slug = fields.slug || makeSlug(fields.headline);
  const path = [...trail, fields.section, slug].filter((part) => part !== '');
  return (
    <section className={styles.previews} aria-label={translate('headlines.previews')}>
      <h3 className={styles.caption}>{translate('headlines.preview.front')}</h3>
      <div className={styles.front} data-preview="front">
        {picture !== null && <img src={picture} alt="" />}
        <p className={styles.frontKicker}>{fields.kicker.trim() || section}</p>
        <p className={styles.frontHeadline}>{fields.shortHeadline.trim() || headline}</p>
        <p className={styles.frontDek}>{summary}</p>
      </div>
      <h3 className={styles.caption}>{translate('headlines.preview.search')}</h3>
      <div className={styles.search} data-preview="search">
        <p className={styles.searchSite}>
          <b>{house?.name ?? ''}</b>
          <span>{[host, ...path].join(' › ')}</span>
        </p>
        <p className={styles.searchTitle}>{fields.seoTitle.trim() || headline}</p>
        <p className={styles.searchText}>{fields.seoDescription.trim() || summary}</p>
      </div>
      <h3 className={styles.caption}>{translate('headlines.preview.social')}</h3>
      <div className={styles.card} data-preview="social">
        {picture === null ? (
          <div className={styles.noPicture}>{translate('headlines.preview.noPicture')}</div>
        ) : (
          <img src={picture} alt="" />
        )}
        <div className={styles.cardText}>
          <p className={styles.cardHost}>{host}</p>
          <p className={styles.cardTitle}>{fields.socialTitle.trim() || headline}</p>
          <p className={styles.cardSummary}>{fields.seoDescription.trim() || summary}</p>
        </div>
      </div>
    </section>
  );
}
