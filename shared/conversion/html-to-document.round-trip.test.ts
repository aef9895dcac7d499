import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '../document/arbitrary-document.ts';
import { buildDocument, lineBreak, list, pullQuote, text } from '../document/build.ts';
import { embedOfAddress } from '../document/embeds.ts';
import { publishable } from '../document/publishable.ts';
import { documentToHtml } from '../document/to-html.ts';
import { columnShares } from '../document/table-widths.ts';
import type { BlockNode, InlineNode, ListNode, Picture, TableNode } from '../document/vocabulary.ts';
import { blockText, inlineText } from '../document/walk.ts';
import { htmlToDocument } from './html-to-document.ts';

describe('what documentToHtml writes', () => {
  /** What a page keeps of a block: no focus, no crop, no credit apart from the caption, cells of one line. */
  function asOnPage(block: BlockNode): unknown {
    const picture = ({ sourceUrl, alt, caption, credit }: Picture): unknown => ({
      sourceUrl,
      alt: tidy(alt),
      caption: tidy(`${caption} ${credit}`),
    });
    switch (block.type) {
      case 'image':
        return picture(block);
      case 'gallery': {
        const [only, ...others] = block.pictures;
        if (only !== undefined && others.length === 0)
          return {
            ...asObject(picture(only)),
            caption: tidy(`${only.caption} ${only.credit} ${block.caption}`),
          };
        return { pictures: block.pictures.map(picture), caption: tidy(block.caption) };
      }
      case 'embed':
        return { url: block.url, title: tidy(block.title), caption: tidy(block.caption) };
      case 'relatedstory':
        return { url: URL.parse(block.url)?.href, headline: tidy(block.headline) };
      case 'pullquote':
        return [tidy(inlineText(block.children)), tidy(block.attribution).replace(/^(?:[—–-]\s*)+/, '')];
      case 'table':
        return [tidy(blockText(block)), columnShares(block)];
      case 'list':
        return listAsOnPage(block);
      case 'factbox':
        return {
          title: tidy(block.title),
          blocks: block.children.filter((child) => tidy(blockText(child)) !== '').map(asOnPage),
        };
      // Its level is set anew: the first one of a page is h2.
      case 'heading':
      case 'paragraph':
      case 'quote':
      case 'sourcenote':
        return { type: block.type, words: signsOf(block.children) };
      default:
        return `${block.type}: ${tidy(blockText(block))}`;
    }
  }

  /** Every sign that can be seen, with how it is set and where it leads. */
  function signsOf(children: readonly (InlineNode | ListNode)[], url = ''): string[] {
    return children.flatMap((node) => {
      if (node.type === 'link') return signsOf(node.children, URL.parse(node.url)?.href ?? node.url);
      if (node.type !== 'text') return [];
      return [...node.text].filter((sign) => /\S/.test(sign)).map((sign) => `${sign} ${node.format} ${url}`);
    });
  }

  /** Items and lists within them that have something to read. */
  function listAsOnPage({ listType, children }: ListNode): unknown {
    return {
      listType,
      items: children
        .map((item) => [
          ...signsOf(item.children),
          ...item.children.flatMap((child) =>
            child.type === 'list' && tidy(blockText(child)) !== '' ? [listAsOnPage(child)] : [],
          ),
        ])
        .filter((item) => item.length > 0),
    };
  }

  /** Smaller tables are taken for layout. */
  function isData({ children: rows }: TableNode): boolean {
    const cells = rows.map((row) =>
      row.children.map((cell) => cell.children.some(({ children }) => inlineText(children).trim() !== '')),
    );
    const columns = cells[0]?.filter((_, column) => cells.some((row) => row[column])) ?? [];
    return cells.filter((row) => row.includes(true)).length > 1 && columns.length > 1;
  }

  /** Two breaks with nothing to read between them part paragraphs on a page. */
  function withSingleBreaks<Value>(value: Value): Value {
    return JSON.parse(JSON.stringify(value), (_, each: unknown) => {
      if (!Array.isArray(each)) return each;
      let isBroken = false;
      return each.filter((node: InlineNode | null) => {
        if (node?.type !== 'linebreak') {
          if (node?.type !== undefined && inlineText([node]).trim() !== '') isBroken = false;
          return true;
        }
        const isSecond = isBroken;
        isBroken = true;
        return !isSecond;
      });
    }) as Value;
  }

  function asObject(value: unknown): object {
    return value as object;
  }

  function tidy(value: string): string {
    return value.replace(/\s+/g, ' ').trim();
  }

  test('comes back as the document it was, in what a page can carry', () => {
    const carried = (block: BlockNode): boolean => {
      switch (block.type) {
        case 'foreign':
        case 'readmore':
          return false;
        case 'relatedstory':
          return block.url !== '' && tidy(block.headline) !== '';
        case 'embed':
          return embedOfAddress(block.title) === null;
        case 'table':
          return isData(block);
        case 'factbox':
          return tidy(block.title) !== '' || tidy(blockText(block)) !== '';
        case 'image':
        case 'gallery':
        case 'horizontalrule':
          return true;
        case 'pullquote':
          return tidy(inlineText(block.children)) !== '';
        default:
          return tidy(blockText(block)) !== '';
      }
    };
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        // A picture is shown once, however often it is told.
        let count = 0;
        const unique = (picture: Picture): Picture => ({
          ...picture,
          width: 800,
          sourceUrl: `https://x.id/${(count += 1)}.jpg`,
        });
        const blocks = withSingleBreaks(document.root.children)
          .filter(carried)
          .map((block): BlockNode => {
            if (block.type === 'image') return { ...block, ...unique(block) };
            return block.type === 'gallery' ? { ...block, pictures: block.pictures.map(unique) } : block;
          });
        const html = documentToHtml(publishable(buildDocument(blocks)), {
          picture: ({ sourceUrl, width, height }) => ({ src: sourceUrl, width, height }),
          mapName: 'Peta',
          relatedLabel: () => 'Baca juga:',
        });
        const back = htmlToDocument(html).root.children.filter(carried);
        expect(back.map(asOnPage)).toEqual(blocks.map(asOnPage));
      }),
      {
        numRuns: 300,
        examples: [
          [buildDocument([list('bullet', [[text('a')], [list('bullet', [[lineBreak()]])]])])],
          [buildDocument([pullQuote([text('a')], '-- b')])],
        ],
      },
    );
  });
});
