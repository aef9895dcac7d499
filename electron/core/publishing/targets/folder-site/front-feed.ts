/** The site's fronts as JSON feeds: `front.json` beside the page that a front is on. */
import { frontFeed } from '../../../../../shared/domain/front/front-feed.ts';
import { GENERATOR } from './layout.ts';
import { absoluteLinks, relativeLinks } from './links.ts';
import { newsletterFile } from './newsletter.ts';
import { isoTime, sectionFolder, siteAddress, type Site, type SiteFront } from './site-model.ts';

/** From the root; newsletters lie in a folder of their own, beside their mail. */
export function frontFeedFile(front: SiteFront): string {
  const { kind, section } = front;
  if (kind === 'home') return 'front.json';
  if (kind === 'section') return `${sectionFolder(section)}/front.json`;
  return `${newsletterFile(front)}.json`;
}

/** Addresses are whole where the house has set the site's, else from the root of the site. */
export function renderFrontFeed(site: Site, front: SiteFront): string {
  const address = siteAddress(site.house);
  const links = address === null ? relativeLinks('') : absoluteLinks(address);
  const feed = frontFeed(
    front,
    (articleId) => {
      const article = site.articleById.get(articleId);
      if (!article) return null;
      const { section, byline } = article.fields;
      const publishedAt = isoTime(site.house, article.firstPublishedAt);
      return { url: links.page(article.path), section, byline, publishedAt };
    },
    (mediaId) => {
      const picture = site.pictures.get(mediaId);
      return picture ? { url: links.file(picture.file), width: picture.width, height: picture.height } : null;
    },
  );
  return `${JSON.stringify({ generator: GENERATOR, ...feed }, null, 1)}\n`;
}
