/** Categories and tags: looked up by slug and name, made where the user may, left out and told where not. */
import { decodeHTML } from 'entities';
import { z } from 'zod';
import { makeSlug } from '../../../../../shared/domain/slug.ts';
import { PublishError, type Difference } from '../../target.ts';
import { WordPressRefusal } from './answer.ts';
import type { WordPressClient } from './client.ts';

const termSchema = z.looseObject({ id: z.int(), name: z.string(), slug: z.string().catch('') });
type Term = z.output<typeof termSchema>;
const termsSchema = z.array(termSchema);

type Taxonomy = 'categories' | 'tags';

export interface WantedTerm {
  name: string;
  slug: string;
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
    found.push(...near.filter((term) => isWanted(term, { name, slug })));
  }
  return found;
}

/**
 * Ids of the wanted terms. One that is not there and may not be made (authors may not make categories) is left out and
 * comes back as a difference; so is a refused name. Throws PublishError for everything that stops the whole delivery.
 */
export async function termIds(
  client: WordPressClient,
  taxonomy: Taxonomy,
  wanted: readonly WantedTerm[],
): Promise<{ ids: number[]; differences: Difference[] }> {
  const ids: number[] = [];
  const differences: Difference[] = [];
  if (wanted.length === 0) return { ids, differences };
  const found = await find(client, taxonomy, wanted);
  for (const term of wanted) {
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
  section: string,
  tags: readonly string[],
  sections: readonly { slug: string; name: string }[],
): { categories: WantedTerm[]; tags: WantedTerm[] } {
  const name = sections.find(({ slug }) => slug === section)?.name ?? section;
  return {
    categories: section === '' ? [] : [{ name, slug: section }],
    tags: tags.map((tag) => ({ name: tag, slug: makeSlug(tag, 200) })),
  };
}
