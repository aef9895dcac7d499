/**
 * What search engines and social cards show, in the fields of an SEO plugin: only where the site lets its REST interface write them
 * (`register_post_meta` with `show_in_rest`), which a post's own `meta` tells.
 */
import type { ArticleFields } from '../../../../../shared/contract/articles.ts';
import type { WordPressPost } from './post.ts';

const plugins = [
  {
    title: '_yoast_wpseo_title',
    description: '_yoast_wpseo_metadesc',
    social: '_yoast_wpseo_opengraph-title',
  },
  { title: 'rank_math_title', description: 'rank_math_description', social: 'rank_math_facebook_title' },
  { title: '_genesis_title', description: '_genesis_description', social: '_open_graph_title' },
] as const;

export interface SeoTexts {
  title: string;
  description: string;
  /** Only where the site has a field for it. */
  social?: string;
}

function fieldsAt({ meta }: WordPressPost) {
  return plugins.find(({ title, description }) => title in meta && description in meta) ?? null;
}

/** The texts that stand at the site; null where it shows none of an SEO plugin's fields. */
export function readSeo(post: WordPressPost): SeoTexts | null {
  const names = fieldsAt(post);
  if (names === null) return null;
  return {
    title: String(post.meta[names.title]),
    description: String(post.meta[names.description]),
    ...(names.social in post.meta ? { social: String(post.meta[names.social]) } : {}),
  };
}

/** The `meta` that writes the article's texts; null where the site has no fields for them. */
export function seoMeta(
  post: WordPressPost,
  { seoTitle, seoDescription, socialTitle }: ArticleFields,
): Record<string, string> | null {
  const names = fieldsAt(post);
  if (names === null) return null;
  return {
    [names.title]: seoTitle,
    [names.description]: seoDescription,
    ...(names.social in post.meta ? { [names.social]: socialTitle } : {}),
  };
}
