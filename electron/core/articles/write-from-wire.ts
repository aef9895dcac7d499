/** *Tulis dari kawat*: what of a wire story goes into a draft, in the house's style. Pure. */
import { articleFieldsSchema, type ArticleFields } from '../../../shared/contract/articles.ts';
import type { House } from '../../../shared/contract/settings.ts';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import { buildDocument } from '../../../shared/document/build.ts';
import { sliceInline } from '../../../shared/document/inline-range.ts';
import type { ArticleDocument, BlockNode } from '../../../shared/document/vocabulary.ts';
import { blockText } from '../../../shared/document/walk.ts';
import { agencyNamed } from '../../../shared/domain/agencies.ts';
import { composeCredit } from '../../../shared/domain/credits.ts';
import { composeDateline, findDateline } from '../../../shared/domain/datelines.ts';
import { recogniseFooters } from '../../../shared/domain/footers.ts';
import { makeSlug } from '../../../shared/domain/slug.ts';

export interface DraftFromWire {
  fields: ArticleFields;
  document: ArticleDocument;
}

function cutDateline(blocks: readonly BlockNode[]): { blocks: BlockNode[]; city: string | null } {
  const found = findDateline(blocks.map(blockText));
  if (!found) return { blocks: [...blocks], city: null };
  const next = blocks.map((block, index) =>
    index === found.index && block.type === 'paragraph'
      ? { ...block, children: sliceInline(block.children, found.dateline.length) }
      : block,
  );
  return { blocks: next, city: found.dateline.city };
}

/** Leaves out what the agency appended: the paragraphs that were recognised as footer. */
function stripFooter(blocks: readonly BlockNode[]): BlockNode[] {
  const { stripped } = recogniseFooters(blocks.map(blockText));
  const indices = new Set<number>(stripped);
  return blocks.filter((_block, index) => !indices.has(index));
}

function datelineFor(city: string | null, house: House): string {
  if (city === null || city.trim() === '') return '';
  const composed = composeDateline({ city, outlet: house.outlet }, house.datelinePattern);
  return composed.ok ? composed.text : '';
}

/**
 * Short name of the story's source in credits: as whoever pasted it said, as the source was set up, else the agency the
 * story names.
 */
export function creditNameOf(story: WireStory, configured: string): string {
  if (story.creditName !== undefined) return story.creditName;
  if (configured.trim() !== '') return configured.trim();
  for (const name of [story.provider, story.credit]) {
    const agency = name === null ? null : agencyNamed(name);
    if (agency) return agency.shortName;
  }
  const agency = findDateline([story.dateline?.text ?? '', story.bodyText.slice(0, 200)])?.dateline.agency;
  return agency ? (agencyNamed(agency)?.shortName ?? agency) : (story.provider ?? '');
}

/**
 * A draft in house style: the agency's dateline replaced by the house's, footers stripped, the credit made of the
 * source's short name and the editor's own code, or what the source asks for in its place. The story's own fields fill headline, dek and tags.
 */
export function draftFromWire(
  story: WireStory,
  source: { name: string; text: string },
  house: House,
  person: { name: string; code: string },
): DraftFromWire {
  const withoutFooter = stripFooter(story.body.root.children);
  const { blocks, city } = cutDateline(withoutFooter);
  const headline = (story.headline ?? '').trim();
  const credit = composeCredit(
    { agencies: source.name === '' ? [] : [source.name], editorCode: person.code, reporters: [] },
    house.creditPattern,
  );
  const fields = articleFieldsSchema.parse({
    language: /^en\b/i.test(story.language ?? '') ? 'en' : 'id',
    headline: headline.slice(0, 1000),
    dek: (story.abstract ?? '').trim() === story.bodyText.trim() ? '' : dekOf(story),
    tags: [
      ...new Set(story.keywords.map((word) => word.trim().slice(0, 200)).filter((word) => word !== '')),
    ].slice(0, 20),
    byline: person.name,
    dateline: datelineFor(story.dateline?.city ?? city, house),
    credit: source.text.trim() || (credit.ok ? credit.text : ''),
    slug: makeSlug(headline),
  });
  return { fields, document: buildDocument(blocks) };
}

/** The story's abstract where it is not merely the beginning of the copy again. */
function dekOf(story: WireStory): string {
  const abstract = (story.abstract ?? '').trim();
  const start = abstract.replace(/(?:\.{3}|…)$/, '').trim();
  return start === '' || story.bodyText.includes(start) ? '' : abstract.slice(0, 5000);
}
