/** What a post shows as a document of ours, and a document as what a post shows: its body and the picture at its head. */
import { image } from '../../../../../shared/document/build.ts';
import { readShownAs, shownAs } from '../../../../../shared/document/crop.ts';
import type { GhostNode, GhostPicture } from '../../../../../shared/document/ghost-nodes.ts';
import { ghostBody } from '../../../../../shared/document/ghost-nodes.ts';
import type { PublishableDocument } from '../../../../../shared/document/publishable.ts';
import {
  documentToGhostBlocks,
  ghostCaption,
  isGhostBlock,
  withDatelineAndCredit,
  type GhostBlock,
} from '../../../../../shared/document/to-ghost-lexical.ts';
import { correctionLabel } from '../../../../../shared/document/with-corrections.ts';
import type { BlockNode, ImageNode, Picture } from '../../../../../shared/document/vocabulary.ts';
import { documentImages, pictureText } from '../../../../../shared/document/walk.ts';
import { htmlToDocument } from '../../../../../shared/conversion/html-to-document.ts';
import { readHtml } from '../../../../../shared/conversion/html-tokens.ts';
import {
  blocksToRemember,
  ghostNodesIn,
  ghostToDocument,
  type GhostContent,
  type KnownBlock,
} from '../../../conversion/ghost/ghost-to-document.ts';
import { captionAndCredit } from '../../../conversion/ghost/node-readers.ts';
import { leftOutOf } from '../../left-out.ts';
import type { Difference, PublishableArticle, TargetContext } from '../../target.ts';
import { pictureAt } from './pictures.ts';
import type { GhostPost, PostPayload } from './post.ts';

type Head = Pick<PostPayload, 'feature_image' | 'feature_image_alt' | 'feature_image_caption'>;

/** Ghost takes no longer text for those who do not see the picture at the head. */
const longestHeadAlt = 191;

/** A document as it is written, and what has to be remembered to read it as the same document again. */
export interface WrittenContent {
  nodes: GhostNode[];
  lexical: string;
  head: Head;
  remembered: string;
  differences: Difference[];
}

interface Remembered {
  blocks: KnownBlock[];
  /** The picture at the head: what was written of it, and the block it is. */
  head: { written: string; block: ImageNode } | null;
}

const nothingRemembered: Remembered = { blocks: [], head: null };

function headKey({ feature_image, feature_image_alt, feature_image_caption }: Head): string {
  return JSON.stringify([feature_image, feature_image_alt, feature_image_caption]);
}

/**
 * A picture that opens the document is the one at the head of the post and stands nowhere else; the first picture further
 * down is at the head for lists, and where it stands. With `keepsHead` the head is left as it is.
 */
function headOf(
  document: PublishableDocument,
  place: (picture: Picture) => GhostPicture | null,
): { head: Head; opening: ImageNode | null } {
  const [first] = document.root.children;
  const opening = first?.type === 'image' && place(first) !== null ? first : null;
  const shown = opening ?? documentImages(document).find((picture) => place(picture) !== null);
  return {
    opening,
    head: {
      feature_image: shown === undefined ? '' : (place(shown)?.url ?? ''),
      feature_image_alt: shown?.alt.trim().slice(0, longestHeadAlt) ?? '',
      feature_image_caption: opening === null ? '' : ghostCaption(pictureText(opening)),
    },
  };
}

/** `pictures`: where those of the document are at the site, by what they are known by (`shownAs`). */
export function writeContent(
  article: PublishableArticle,
  pictures: ReadonlyMap<string, GhostPicture>,
  { keepsHead }: { keepsHead: boolean },
  context: TargetContext,
): WrittenContent {
  const { document, fields } = article;
  const image = (picture: Picture) => pictures.get(shownAs(picture)) ?? null;
  const relatedStory = (articleId: string) => context.addressOf(articleId);
  const origin = context.targetId;
  const { head, opening } = keepsHead ? { head: {}, opening: null } : headOf(document, image);
  const blocks: GhostBlock[] = documentToGhostBlocks(document, {
    image,
    relatedStory,
    relatedLabel: (story) => correctionLabel(article, story) ?? '',
    origin,
  }).filter(({ block }) => block !== opening);
  const nodes = withDatelineAndCredit(
    blocks.flatMap((one) => one.nodes),
    fields,
  );
  const remembered: Remembered = {
    blocks: blocksToRemember(blocks, { origin, pictureAt: (url) => pictureAt(context, url) }),
    head: opening === null ? null : { written: headKey(head), block: opening },
  };
  return {
    nodes,
    lexical: ghostBody(nodes),
    head,
    remembered: JSON.stringify(remembered),
    differences: [
      ...documentImages(document)
        .filter(({ mediaId }) => mediaId === '')
        .map(({ sourceUrl }) => ({ field: 'picture', meant: sourceUrl, found: '' })),
      ...leftOutOf(document, { relatedStory, takesForeign: (node) => isGhostBlock(node, origin) }),
    ],
  };
}

/** To be called once the post was written with this. */
export function rememberContent(
  { memory }: Pick<TargetContext, 'memory'>,
  postId: string,
  { remembered }: WrittenContent,
): void {
  memory.set(`content ${postId}`, remembered);
}

function recall({ memory }: Pick<TargetContext, 'memory'>, postId: string): Remembered {
  const kept = memory.get(`content ${postId}`);
  return kept ? (JSON.parse(kept) as Remembered) : nothingRemembered;
}

/** Addresses of the pictures in a post's body, of its cards of HTML, too. */
export function picturesIn(nodes: readonly GhostNode[]): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'src' && typeof inner === 'string' && /^https?:/i.test(inner)) found.add(inner);
        else if (key === 'html' && typeof inner === 'string') {
          readHtml(inner, {
            open(name, { src = '' }) {
              if (name === 'img' && /^https?:/i.test(src)) found.add(src);
            },
            close() {},
            text() {},
          });
        } else look(inner);
      }
    }
  };
  look(nodes);
  return [...found];
}

/** Whether the picture at the head is the document's opening one; false where it is the site's own affair. */
export function opensWithHead(post: GhostPost, context: Pick<TargetContext, 'memory'>): boolean {
  const isInBody = picturesIn(ghostNodesIn(post.lexical ?? null)).includes(post.feature_image);
  return post.feature_image !== '' && !isInBody && pictureAt(context, post.feature_image) !== null;
}

function openingOf(
  post: GhostPost,
  known: Remembered['head'],
  context: Pick<TargetContext, 'memory'>,
): BlockNode[] {
  if (!opensWithHead(post, context)) return [];
  if (known !== null && known.written === headKey(post)) return [known.block];
  const { mediaId, ...framing } = readShownAs(pictureAt(context, post.feature_image) ?? '');
  const words = { alt: post.feature_image_alt, ...captionAndCredit(post.feature_image_caption) };
  return [image(mediaId, { ...words, ...framing })];
}

/** The post as a document. Of one from before Lexical what its page shows is read. */
export function readContent(
  post: GhostPost,
  context: Pick<TargetContext, 'memory' | 'targetId'>,
): GhostContent {
  const { blocks, head } = recall(context, post.id);
  const nodes = ghostNodesIn(post.lexical ?? null);
  if (nodes.length === 0 && post.html !== '') {
    return {
      document: htmlToDocument(post.html, { linksAsTheyStand: true }),
      dateline: '',
      credit: '',
    };
  }
  const content = ghostToDocument(nodes, {
    origin: context.targetId,
    pictureAt: (url) => pictureAt(context, url),
    known: blocks,
  });
  const { root } = content.document;
  const children = [...openingOf(post, head, context), ...root.children];
  return { ...content, document: { ...content.document, root: { ...root, children } } };
}
