/**
 * WordPress block markup taken apart at its comments (the grammar of @wordpress/block-serialization-spec-parser), and
 * two pieces of it compared by what they mean, not by how they are spaced.
 */
import { readHtml } from '../../../../shared/conversion/html-tokens.ts';

export interface MarkupBlock {
  /** Without `core/`. */
  name: string;
  attributes: Record<string, unknown>;
  /** The block as written, its comments included. */
  source: string;
  /** What stands between its comments. */
  inner: string;
}

/** A piece of a post: a block, or what stands between blocks (the classic editor's HTML). */
export type MarkupPiece = { kind: 'block'; block: MarkupBlock } | { kind: 'freeform'; source: string };

interface BlockComment {
  name: string;
  attributes: Record<string, unknown>;
  closes: boolean;
  isEmpty: boolean;
  start: number;
  end: number;
}

const opening = /<!--\s+(\/)?wp:((?:[a-z][a-z0-9_-]*\/)?[a-z][a-z0-9_-]*)\s/g;

function attributesOf(json: string): Record<string, unknown> | null {
  if (json === '') return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Every block comment in order; what only looks like one is left in the text. */
function* commentsOf(markup: string): Generator<BlockComment> {
  for (const match of markup.matchAll(opening)) {
    const begin = match.index + match[0].length;
    // Attributes are written so that they never hold the end of a comment.
    const close = markup.indexOf('-->', begin - 1);
    if (close === -1) return;
    const rest = markup.slice(begin, close).trim();
    const isEmpty = rest.endsWith('/');
    const attributes = attributesOf((isEmpty ? rest.slice(0, -1) : rest).trim());
    if (attributes === null) continue;
    yield {
      name: (match[2] ?? '').replace(/^core\//, ''),
      attributes,
      closes: match[1] !== undefined,
      isEmpty,
      start: match.index,
      end: close + '-->'.length,
    };
  }
}

/** The outermost pieces of a post, in order and without gaps. A block that nobody closed ends with the post. */
export function splitMarkup(markup: string): MarkupPiece[] {
  const pieces: MarkupPiece[] = [];
  let at = 0;
  let open: { comment: BlockComment; depth: number } | null = null;

  function freeform(end: number): void {
    if (end > at) pieces.push({ kind: 'freeform', source: markup.slice(at, end) });
  }
  function block({ name, attributes, start, end }: BlockComment, innerEnd: number, sourceEnd: number): void {
    const inner = markup.slice(Math.min(end, innerEnd), innerEnd);
    pieces.push({
      kind: 'block',
      block: { name, attributes, source: markup.slice(start, sourceEnd), inner },
    });
    at = sourceEnd;
  }

  for (const comment of commentsOf(markup)) {
    if (open === null) {
      if (comment.closes) continue;
      freeform(comment.start);
      if (comment.isEmpty) block(comment, comment.end, comment.end);
      else open = { comment, depth: 1 };
    } else if (!comment.isEmpty) {
      open.depth += comment.closes ? -1 : 1;
      if (open.depth > 0) continue;
      block(open.comment, comment.start, comment.end);
      open = null;
    }
  }
  if (open === null) freeform(markup.length);
  else block(open.comment, markup.length, markup.length);
  return pieces;
}

/** What says nothing: our own marker, and choices that are what would hold without them. */
function meaningful(attributes: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(attributes).flatMap(([name, value]) => {
    if (name === 'metadata' && typeof value === 'object' && value !== null) {
      const { redaksi: _marker, ...others } = value as Record<string, unknown>;
      return Object.keys(others).length === 0 ? [] : [[name, others] as const];
    }
    if (name === 'linkDestination' && value === 'none') return [];
    if (name === 'hasFixedLayout' && value === false) return [];
    return [[name, value] as const];
  });
  return Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Addresses as a browser reads them: `https://a.id` and `https://a.id/` are one. */
function addressOrWords(name: string, value: string): string {
  return name === 'href' || name === 'src' ? (URL.parse(value)?.href ?? value) : value;
}

/** Elements at whose edges a browser shows no space. */
const EDGES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'figcaption']);

/** Elements without an end tag. */
const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/**
 * Markup by its meaning: equal for two pieces that WordPress's editor and a browser read alike (spacing, entities, the
 * order and quoting of attributes apart).
 */
export function canonicalMarkup(markup: string): string {
  const tokens: string[] = [];
  let at = 0;
  const html = (source: string) =>
    readHtml(source, {
      open(name, attributes) {
        const read = Object.entries(attributes).map(([one, value]) => [one, addressOrWords(one, value)]);
        tokens.push(
          `<${name} ${JSON.stringify(read.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)))}>`,
        );
      },
      close(name) {
        if (VOID.has(name)) return;
        const last = tokens.at(-1);
        if (EDGES.has(name) && last !== undefined) tokens[tokens.length - 1] = last.trimEnd();
        tokens.push(`</${name}>`);
      },
      text(value) {
        // The no-break space a browser leaves where words were deleted is one, too.
        const words = value.replace(/\s+/g, ' ');
        if (words.trim() !== '') tokens.push(words);
      },
    });
  for (const { name, attributes, closes, isEmpty, start, end } of commentsOf(markup)) {
    html(markup.slice(at, start));
    tokens.push(
      `${closes ? '/' : ''}wp:${name} ${JSON.stringify(meaningful(attributes))}${isEmpty ? '/' : ''}`,
    );
    at = end;
  }
  html(markup.slice(at));
  return tokens.join('\n');
}
