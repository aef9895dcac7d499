/**
 * Categories and tags: mapped by the house's choice, else looked up by slug and name, made where the user may, left out
 * and told where not.
 */
import { decodeHTML } from 'entities';
import { z } from 'zod';
import type { ArticleFields } from '../../../../../shared/contract/articles.ts';
import type {
  TargetTerm,
  TargetTermKind,
  TermMapping,
} from '../../../../../shared/contract/target-configuration.ts';
import { makeSlug } from '../../../../../shared/domain/slug.ts';
import { PublishError, type Difference, type TargetContext } from '../../target.ts';
import { WordPressRefusal } from './answer.ts';
import type { WordPressClient } from './client.ts';

const termSchema = z.looseObject({ id: z.int(), name: z.string(), slug: z.string().catch('') });
type Term = z.output<typeof termSchema>;
const termsSchema = z.array(termSchema);

type Taxonomy = 'categories' | 'tags';

export interface WantedTerm {
  name: string;
  slug: string;
  /** The site's term it is mapped to; null: it is looked up. */
  mapped: TargetTerm | null;
}

function sameName(left: string, right: string): boolean {
  const plain = (name: string) => decodeHTML(name).normalize('NFC').trim().toLowerCase();
  return plain(left) === plain(right);
}

function isWanted(term: Term, wanted: WantedTerm): boolean {
  return sameName(term.name, wanted.name) || (wanted.slug !== '' && term.slug === wanted.slug);
}

async function find(
  client: WordPressClient,
  taxonomy: Taxonomy,
  wanted: readonly WantedTerm[],
): Promise<Term[]> {
  const slugs = wanted.map(({ slug }) => slug).filter((slug) => slug !== '');
  const found: Term[] = [];
  if (slugs.length > 0) {
    found.push(
      ...(await client.get(`wp/v2/${taxonomy}`, termsSchema, { slug: slugs.join(','), per_page: 100 })),
    );
  }
  // A name may stand under a slug of its own.
  for (const { name, slug } of wanted.filter((one) => !found.some((term) => isWanted(term, one)))) {
    const near = await client.get(`wp/v2/${taxonomy}`, termsSchema, { search: name, per_page: 100 });
    found.push(...near.filter((term) => isWanted(term, { name, slug, mapped: null })));
  }
  return found;
}

/** Of the ids those that are a term's (or a user's who may write). */
export async function standingTerms(
  client: WordPressClient,
  taxonomy: Taxonomy | 'users',
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const found = await client.get(`wp/v2/${taxonomy}`, termsSchema, {
    include: ids.join(','),
    per_page: 100,
    ...(taxonomy === 'users' ? { who: 'authors' } : {}),
  });
  return new Set(found.map(({ id }) => id));
}

/**
 * Ids of the wanted terms. A mapped one that was deleted at the site is looked up as if it were not mapped, and told.
 * One that is not there and may not be made (authors may not make categories) is left out and comes back as a difference;
 * so is a refused name. Throws PublishError for everything that stops the whole delivery. One delivery at a time looks
 * and makes: WordPress lets two that ask at once make two of one name.
 */
export function termIds(
  client: WordPressClient,
  taxonomy: Taxonomy,
  wanted: readonly WantedTerm[],
  context: TargetContext,
): Promise<{ ids: number[]; differences: Difference[] }> {
  return context.oneAtATime(taxonomy, () => findOrMake(client, taxonomy, wanted));
}

async function findOrMake(
  client: WordPressClient,
  taxonomy: Taxonomy,
  wanted: readonly WantedTerm[],
): Promise<{ ids: number[]; differences: Difference[] }> {
  const ids: number[] = [];
  const differences: Difference[] = [];
  const mapped = await standingTerms(
    client,
    taxonomy,
    wanted.flatMap((term) => (term.mapped === null ? [] : [Number(term.mapped.id)])),
  );
  const isMapped = (term: WantedTerm) => term.mapped !== null && mapped.has(Number(term.mapped.id));
  const found = await find(
    client,
    taxonomy,
    wanted.filter((term) => !isMapped(term)),
  );
  for (const term of wanted) {
    if (term.mapped !== null && isMapped(term)) {
      ids.push(Number(term.mapped.id));
      continue;
    }
    if (term.mapped !== null) {
      differences.push({ field: `mapped-${taxonomy}`, meant: term.mapped.name, found: '' });
    }
    const there =
      found.find((one) => sameName(one.name, term.name)) ?? found.find((one) => isWanted(one, term));
    if (there) {
      ids.push(there.id);
      continue;
    }
    try {
      const body = { name: term.name, ...(term.slug === '' ? {} : { slug: term.slug }) };
      ids.push((await client.post(`wp/v2/${taxonomy}`, termSchema, body)).id);
    } catch (error) {
      // There after all, under a name the search did not find.
      if (error instanceof WordPressRefusal && error.termId !== null) ids.push(error.termId);
      else if (
        error instanceof PublishError &&
        (error.code === 'rights-missing' || error.code === 'rejected')
      ) {
        differences.push({ field: taxonomy, meant: term.name, found: error.message });
      } else throw error;
    }
  }
  return { ids: [...new Set(ids)], differences };
}

/** The terms an article's section and tags name. */
export function wantedTerms(
  { section, tags }: ArticleFields,
  sections: readonly { slug: string; name: string }[],
  mapping: TermMapping,
): { categories: WantedTerm[]; tags: WantedTerm[] } {
  const name = sections.find(({ slug }) => slug === section)?.name ?? section;
  return {
    categories: section === '' ? [] : [{ name, slug: section, mapped: mapping.sections[section] ?? null }],
    tags: tags.map((tag) => ({
      name: tag,
      slug: makeSlug(tag, 200),
      mapped: mappedTo(mapping.tags, tag),
    })),
  };
}

/** What something is mapped to, upper and lower case being one. */
export function mappedTo(mapping: Readonly<Record<string, TargetTerm>>, name: string): TargetTerm | null {
  return Object.entries(mapping).find(([ours]) => sameName(ours, name))?.[1] ?? null;
}

/** Terms (or users) by id, in the order asked for; one that is not there is left out. */
export async function namedTerms(
  client: WordPressClient,
  taxonomy: Taxonomy | 'users',
  ids: readonly number[],
): Promise<TargetTerm[]> {
  if (ids.length === 0) return [];
  const include = { include: ids.join(','), per_page: 100 };
  const terms = await client.get(`wp/v2/${taxonomy}`, termsSchema, include);
  return ids.flatMap((id) => {
    const term = terms.find((one) => one.id === id);
    return term === undefined ? [] : [{ id: String(id), name: decodeHTML(term.name) }];
  });
}

/** Names of terms by id, for a person to read; an id that is no term's is shown as a number. */
export async function termNames(
  client: WordPressClient,
  taxonomy: Taxonomy | 'users',
  ids: readonly number[],
): Promise<string> {
  const terms = await namedTerms(client, taxonomy, ids);
  return ids
    .map((id) => terms.find((term) => term.id === String(id))?.name ?? `#${id}`)
    .toSorted((left, right) => left.localeCompare(right, 'id'))
    .join(', ');
}

const routes: Readonly<Record<TargetTermKind, string>> = {
  category: 'categories',
  tag: 'tags',
  author: 'users',
};

/** The site's own categories, tags, or users who may write, fifty at most, most used first. */
export async function listTerms(
  client: WordPressClient,
  kind: TargetTermKind,
  query: string,
): Promise<TargetTerm[]> {
  const found = await client.get(`wp/v2/${routes[kind]}`, termsSchema, {
    per_page: 50,
    ...(query === '' ? {} : { search: query }),
    ...(kind === 'author' ? { who: 'authors' } : { orderby: 'count', order: 'desc' }),
  });
  return found.map(({ id, name }) => ({ id: String(id), name: decodeHTML(name) }));
}
