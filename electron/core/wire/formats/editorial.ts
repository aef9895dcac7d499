/**
 * Reads out of a story's copy what belongs into fields: the dateline (whose words stay, the copy opens with them), and
 * the footer with byline, copyright, credit and rights notice (whose words go: the fields hold them).
 */
import { createHash } from 'node:crypto';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { buildDocument } from '../../../../shared/document/build.ts';
import type { BlockNode, InlineNode } from '../../../../shared/document/vocabulary.ts';
import { blockText, documentText } from '../../../../shared/document/walk.ts';
import { findDateline } from '../../../../shared/domain/datelines.ts';
import { recogniseFooters, type Footers } from '../../../../shared/domain/footers.ts';

type Words = Pick<WireStory, 'body' | 'bodyText'>;

function hasInlineChildren(
  block: BlockNode,
): block is Extract<BlockNode, { type: 'paragraph' | 'quote' | 'heading' }> {
  return block.type === 'paragraph' || block.type === 'quote' || block.type === 'heading';
}

/** The first `length` characters of a run, counted as `inlineText` counts. */
function firstCharacters<Node extends InlineNode>(nodes: readonly Node[], length: number): Node[] {
  const kept: Node[] = [];
  let left = length;
  for (const node of nodes) {
    if (left <= 0) break;
    if (node.type === 'linebreak') {
      kept.push(node);
      left -= 1;
    } else if (node.type === 'link') {
      const children = firstCharacters(node.children, left);
      const size = node.children.reduce(
        (sum, child) => sum + (child.type === 'linebreak' ? 1 : child.text.length),
        0,
      );
      kept.push({ ...node, children });
      left -= size;
    } else {
      kept.push(node.text.length <= left ? node : { ...node, text: node.text.slice(0, left) });
      left -= node.text.length;
    }
  }
  return kept;
}

function withoutFooters(story: Words, blocks: readonly number[], footers: Footers): Words | null {
  const stripped = new Set(footers.stripped.map((index) => blocks[index]));
  const tailBlock = footers.tail === null ? undefined : blocks[footers.tail.index];
  const kept = story.body.root.children.flatMap((block, index): BlockNode[] => {
    if (stripped.has(index)) return [];
    if (index !== tailBlock || footers.tail === null || !hasInlineChildren(block)) return [block];
    return [{ ...block, children: firstCharacters<InlineNode>(block.children, footers.tail.keepLength) }];
  });
  const body = buildDocument(kept);
  const bodyText = documentText(body);
  return bodyText.trim() === '' ? null : { body, bodyText };
}

function joined(parts: readonly (string | null)[], separator: string): string | null {
  const said = [...new Set(parts.filter((part) => part !== null && part !== ''))];
  return said.length === 0 ? null : said.join(separator);
}

function named(label: string, names: readonly string[]): string | null {
  return names.length === 0 ? null : `${label}: ${names.join(', ')}`;
}

/** A story with its editorial fields filled from its copy. What the source states in fields of its own comes first. */
export function withEditorialFields(story: WireStory): WireStory {
  const blocks = story.body.root.children.flatMap((block, index) =>
    hasInlineChildren(block) ? [index] : [],
  );
  const paragraphs = blocks.map((index) => {
    const block = story.body.root.children[index];
    return block === undefined ? '' : blockText(block);
  });
  const footers = recogniseFooters(paragraphs);
  const found = story.dateline === null ? findDateline(paragraphs) : null;
  const dateline = found === null ? story.dateline : { text: found.dateline.raw, city: found.dateline.city };
  if (footers.stripped.length === 0 && footers.tail === null) return { ...story, dateline };

  const words = withoutFooters(story, blocks, footers);
  if (words === null) return { ...story, dateline };
  const { reporters, editors, translators } = footers.byline;
  return {
    ...story,
    ...words,
    dateline,
    byline: joined(reporters, ', ') ?? story.byline,
    rights: joined([footers.copyright, footers.rightsNotice, story.rights], '\n'),
    credit: joined(
      [story.credit, footers.credit?.raw ?? null, named('Editor', editors), named('Penerjemah', translators)],
      '; ',
    ),
  };
}

/**
 * SHA-256 (hex) over what a reader or a desk would notice of a story: its words, status and times of release. Two
 * deliveries with one hash are the same version, whatever dates or picture addresses changed around it.
 */
export function contentHashOf(story: WireStory): string {
  const meaningful = [
    story.headline,
    story.slugline,
    story.byline,
    story.dateline?.text ?? null,
    story.urgency,
    story.pubStatus,
    story.signals,
    story.embargoed,
    story.problems.includes('embargo-unreadable'),
    story.expires,
    story.edNote,
    story.abstract,
    story.rights,
    story.credit,
    story.bodyText,
    ...(story.creditName === undefined ? [] : [story.creditName]),
  ];
  return createHash('sha256').update(JSON.stringify(meaningful)).digest('hex');
}
