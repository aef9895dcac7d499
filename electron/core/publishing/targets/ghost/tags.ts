/**
 * Ghost has tags and no categories: the section is a post's first tag, which Ghost calls the primary one. Tags are mapped by
 * the house's choice, else looked up by slug and name before they are made: Ghost makes a second one of the same name.
 */
import { z } from 'zod';
import type { ArticleFields } from '../../../../../shared/contract/articles.ts';
import type { House } from '../../../../../shared/contract/settings.ts';
import type {
  TargetTerm,
  TargetTermKind,
  TermMapping,
} from '../../../../../shared/contract/target-configuration.ts';
import { makeSlug } from '../../../../../shared/domain/slug.ts';
import { PublishError, type Difference, type TargetContext } from '../../target.ts';
import { filterText, type GhostClient } from './client.ts';
import { isInternal, tagSchema, type GhostTag } from './post.ts';

const tagsSchema = z.object({ tags: z.array(tagSchema) });
const usersSchema = z.object({ users: z.array(z.looseObject({ id: z.string(), name: z.string() })) });

export function sameName(left: string, right: string): boolean {
  const plain = (name: string) => name.normalize('NFC').trim().toLowerCase();
  return plain(left) === plain(right);
}

/** What something is mapped to, upper and lower case being one. */
export function mappedTo(mapping: Readonly<Record<string, TargetTerm>>, name: string): TargetTerm | null {
  return Object.entries(mapping).find(([ours]) => sameName(ours, name))?.[1] ?? null;
}

interface WantedTag {
  field: 'categories' | 'tags';
  name: string;
  slug: string;
  mapped: TargetTerm | null;
}

function wantedTags(
  { section, tags }: ArticleFields,
  { sections }: House,
  mapping: TermMapping,
): WantedTag[] {
  const name = sections.find(({ slug }) => slug === section)?.name ?? section;
  const first = {
    field: 'categories',
    name,
    slug: section,
    mapped: mapping.sections[section] ?? null,
  } as const;
  const rest = tags.map((tag) => ({
    field: 'tags' as const,
    name: tag,
    slug: makeSlug(tag, 180),
    mapped: mappedTo(mapping.tags, tag),
  }));
  return section === '' ? rest : [first, ...rest];
}

async function find(client: GhostClient, filter: string): Promise<GhostTag[]> {
  return (await client.get('tags/', tagsSchema, { filter, limit: 100 })).tags;
}

async function findOrMake(
  client: GhostClient,
  wanted: WantedTag,
): Promise<{ id: string; isMapped: boolean }> {
  const { mapped, name, slug } = wanted;
  if (mapped !== null) {
    const there = await find(client, `id:${filterText(mapped.id)}`);
    if (there[0]) return { id: there[0].id, isMapped: true };
  }
  // Ghost tells names apart by case, except where it looks for their beginning and their end.
  const named = `(name:~^${filterText(name)}+name:~$${filterText(name)})`;
  const found = await find(client, slug === '' ? named : `${named},slug:${filterText(slug)}`);
  const there = found.find((tag) => sameName(tag.name, name)) ?? found.find((tag) => tag.slug === slug);
  if (there) return { id: there.id, isMapped: mapped === null };
  const tag = { name, ...(slug === '' ? {} : { slug }) };
  const { tags } = await client.post('tags/', tagsSchema, { tags: [tag] });
  if (!tags[0]) throw new PublishError('unexpected-answer', `tag ${name}`, { retryable: true });
  return { id: tags[0].id, isMapped: mapped === null };
}

/**
 * Ids of the tags an article's section and tags are, the section first. A mapped one that was deleted at the site is looked
 * up as if it were not mapped, and told; so is a name Ghost refuses. One delivery at a time looks and makes.
 */
export function tagIds(
  client: GhostClient,
  fields: ArticleFields,
  mapping: TermMapping,
  context: TargetContext,
): Promise<{ ids: string[]; differences: Difference[] }> {
  return context.oneAtATime('tags', async () => {
    const ids: string[] = [];
    const differences: Difference[] = [];
    for (const wanted of wantedTags(fields, context.house, mapping)) {
      try {
        const { id, isMapped } = await findOrMake(client, wanted);
        ids.push(id);
        if (!isMapped && wanted.mapped !== null) {
          differences.push({ field: `mapped-${wanted.field}`, meant: wanted.mapped.name, found: '' });
        }
      } catch (error) {
        if (!(error instanceof PublishError) || !['rejected', 'rights-missing'].includes(error.code))
          throw error;
        differences.push({ field: wanted.field, meant: wanted.name, found: error.message });
      }
    }
    return { ids: [...new Set(ids)], differences };
  });
}

/** Of a post's tags the one that is its section (the first that is one of the house's), the others, and the site's own. */
export function partTags(
  tags: readonly GhostTag[],
  { sections }: House,
  mapping: TermMapping | undefined,
): { section: { slug: string; tag: GhostTag } | null; tags: GhostTag[]; internal: GhostTag[] } {
  const shown = tags.filter((tag) => !isInternal(tag));
  const internal = tags.filter(isInternal);
  for (const tag of shown) {
    const slug = sections.find(
      (section) =>
        mapping?.sections[section.slug]?.id === tag.id ||
        section.slug === tag.slug ||
        sameName(section.name, tag.name),
    )?.slug;
    if (slug !== undefined) {
      return { section: { slug, tag }, tags: shown.filter((one) => one !== tag), internal };
    }
  }
  return { section: null, tags: shown, internal };
}

/** Tags (also for sections) or authors of the site whose name holds `query`; fifty at most. */
export async function listTerms(
  client: GhostClient,
  kind: TargetTermKind,
  query: string,
): Promise<TargetTerm[]> {
  const parameters = {
    limit: 50,
    ...(query.trim() === '' ? {} : { filter: `name:~${filterText(query.trim())}` }),
  };
  if (kind === 'author') {
    const { users } = await client.get('users/', usersSchema, parameters);
    return users.map(({ id, name }) => ({ id, name }));
  }
  const { tags } = await client.get('tags/', tagsSchema, { ...parameters, order: 'name asc' });
  return tags.filter((tag) => !isInternal(tag)).map(({ id, name }) => ({ id, name }));
}

/** Of the ids those that are an author's at the site. */
export async function authorById(client: GhostClient, id: string): Promise<TargetTerm | null> {
  const filter = `id:${filterText(id)}`;
  const { users } = await client.get('users/', usersSchema, { filter, limit: 1 });
  return users[0] ? { id: users[0].id, name: users[0].name } : null;
}
