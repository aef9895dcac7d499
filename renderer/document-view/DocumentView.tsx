import type { ReactElement, ReactNode } from 'react';
import type {
  ArticleDocument,
  BlockNode,
  EmbedNode,
  ForeignNode,
  GalleryNode,
  InlineNode,
  ListNode,
  Picture as PictureDetails,
  RelatedStoryNode,
  TableNode,
  TextNode,
} from '../../shared/document/vocabulary.ts';
import { TEXT_FORMAT } from '../../shared/document/vocabulary.ts';
import { columnShares } from '../../shared/document/table-widths.ts';
import { foreignText, tableCaption, tableHeaders } from '../../shared/document/walk.ts';
import { EMBED_NAMES } from '../../shared/document/embeds.ts';
import { useTranslate } from '../i18n.ts';
import { ImageOff } from '../ui/icons/icons.ts';
import { findDocumentDateline, type DatelineSpot } from './find-document-dateline.ts';
import styles from './DocumentView.module.css';

interface DocumentViewProps {
  document: ArticleDocument;
  /** Words of the dateline, set off at the start of the copy; written there where the copy lacks them. */
  dateline?: string | null;
  /** Where the page can load a picture of the media store from. Without it, and for pictures elsewhere, a card stands. */
  pictureAddress?: (mediaId: string) => string;
}

/** A document as a reader sees it. Built node by node: no HTML is ever put on the page. */
export function DocumentView({ document, dateline = null, pictureAddress }: DocumentViewProps): ReactElement {
  const spot = dateline === null ? null : findDocumentDateline(document, dateline);
  return (
    <div className={styles.document}>
      {spot === 'missing' && (
        <p>
          <span className={styles.dateline}>{dateline} – </span>
        </p>
      )}
      {document.root.children.map((block, index) => (
        <Block
          key={index}
          block={block}
          pictureAddress={pictureAddress}
          spot={spot !== null && spot !== 'missing' && spot.block === index ? spot : null}
        />
      ))}
    </div>
  );
}

interface BlockProps {
  block: BlockNode;
  spot: DatelineSpot | null;
  pictureAddress: DocumentViewProps['pictureAddress'];
}

function Block({ block, spot, pictureAddress }: BlockProps): ReactElement {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>{spot === null ? inline(block.children) : inlineWithDateline(block.children, spot.length)}</p>
      );
    case 'heading': {
      const Heading = block.tag;
      return <Heading>{inline(block.children)}</Heading>;
    }
    case 'quote':
      return <blockquote>{inline(block.children)}</blockquote>;
    case 'pullquote':
      return (
        <figure className={styles.pullQuote}>
          <blockquote>{inline(block.children)}</blockquote>
          {block.attribution !== '' && <figcaption>{block.attribution}</figcaption>}
        </figure>
      );
    case 'list':
      return <List node={block} />;
    case 'image':
      return <Picture node={block} pictureAddress={pictureAddress} />;
    case 'gallery':
      return <Gallery node={block} pictureAddress={pictureAddress} />;
    case 'table':
      return <Table node={block} />;
    case 'embed':
      return <Embed node={block} />;
    case 'factbox':
      return (
        <aside className={styles.factBox}>
          {block.title !== '' && <p className={styles.factTitle}>{block.title}</p>}
          {block.children.map((child, index) => (
            <Block key={index} block={child} spot={null} pictureAddress={pictureAddress} />
          ))}
        </aside>
      );
    case 'relatedstory':
      return <RelatedStory node={block} />;
    case 'sourcenote':
      return <p className={styles.sourceNote}>{inline(block.children)}</p>;
    case 'foreign':
      return <Foreign node={block} />;
    case 'horizontalrule':
      return <hr />;
    case 'readmore':
      return <ReadMore />;
  }
}

function List({ node }: { node: ListNode }): ReactElement {
  const items = node.children.map((item, index) => (
    <li key={index}>
      {inline(item.children.filter((child) => child.type !== 'list'))}
      {item.children.map((child, position) =>
        child.type === 'list' ? <List key={position} node={child} /> : null,
      )}
    </li>
  ));
  return node.tag === 'ol' ? <ol start={node.start}>{items}</ol> : <ul>{items}</ul>;
}

function Picture({
  node,
  pictureAddress,
}: {
  node: PictureDetails;
  pictureAddress: DocumentViewProps['pictureAddress'];
}): ReactElement {
  const stored = node.mediaId !== '' && pictureAddress !== undefined;
  return (
    <figure className={styles.picture}>
      {stored ? (
        <img
          src={pictureAddress(node.mediaId)}
          alt={node.alt}
          loading="lazy"
          {...(node.width > 0 && node.height > 0 ? { width: node.width, height: node.height } : {})}
        />
      ) : (
        <div className={styles.absent}>
          <ImageOff size={22} />
          <span>{hostOf(node.sourceUrl) ?? node.alt}</span>
        </div>
      )}
      {(node.caption !== '' || node.credit !== '') && (
        <figcaption>
          {node.caption} {node.credit !== '' && <span className={styles.credit}>{node.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

function Gallery({
  node,
  pictureAddress,
}: {
  node: GalleryNode;
  pictureAddress: DocumentViewProps['pictureAddress'];
}): ReactElement {
  return (
    <figure className={styles.gallery}>
      <div className={styles.galleryPictures}>
        {node.pictures.map((picture, index) => (
          <Picture key={index} node={picture} pictureAddress={pictureAddress} />
        ))}
      </div>
      {node.caption !== '' && <figcaption>{node.caption}</figcaption>}
    </figure>
  );
}

function Table({ node }: { node: TableNode }): ReactElement {
  const headers = tableHeaders(node);
  const shares = columnShares(node);
  const caption = tableCaption(node);
  return (
    <figure className={styles.tableScroll}>
      <table className={styles.table}>
        {shares !== null && (
          <colgroup>
            {shares.map((share, column) => (
              <col key={column} width={`${share}%`} />
            ))}
          </colgroup>
        )}
        <tbody>
          {node.children.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.children.map((cell, column) => {
                const words = cell.children.map(({ children }, index) => (
                  <div key={index}>{inline(children)}</div>
                ));
                if (headers.row && rowIndex === 0)
                  return (
                    <th key={column} scope="col">
                      {words}
                    </th>
                  );
                if (headers.column && column === 0)
                  return (
                    <th key={column} scope="row">
                      {words}
                    </th>
                  );
                return <td key={column}>{words}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {caption !== '' && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

function Embed({ node }: { node: EmbedNode }): ReactElement {
  const translate = useTranslate();
  const name = node.provider === 'map' ? translate('editor.embed.map') : EMBED_NAMES[node.provider];
  return (
    <figure className={styles.card}>
      <span className={styles.cardName}>{name}</span>
      {node.title !== '' && <p>{node.title}</p>}
      <a href={node.url} target="_blank" rel="noopener noreferrer">
        {hostOf(node.url)}
      </a>
      {node.caption !== '' && <figcaption>{node.caption}</figcaption>}
    </figure>
  );
}

function RelatedStory({ node }: { node: RelatedStoryNode }): ReactElement {
  const translate = useTranslate();
  return (
    <p className={styles.related}>
      <span className={styles.cardName}>{translate('editor.related')}</span>{' '}
      {node.url === '' ? (
        node.headline
      ) : (
        <a href={node.url} target="_blank" rel="noopener noreferrer">
          {node.headline}
        </a>
      )}
    </p>
  );
}

function Foreign({ node }: { node: ForeignNode }): ReactElement {
  const translate = useTranslate();
  return (
    <div className={styles.card}>
      <span className={styles.cardName}>{translate('editor.foreign')}</span>
      <p>{foreignText(node)}</p>
    </div>
  );
}

function ReadMore(): ReactElement {
  const translate = useTranslate();
  return <p className={styles.readMore}>{translate('editor.readmore')}</p>;
}

/** `www.antaranews.com` of an address, without `www.`; null where it is none. */
export function hostOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { host } = new URL(address);
  return host === '' ? null : host.replace(/^www\./, '');
}

function inline(children: readonly InlineNode[]): ReactNode[] {
  return children.map((child, index) => {
    switch (child.type) {
      case 'text':
        return <Text key={index} node={child} />;
      case 'linebreak':
        return <br key={index} />;
      case 'tab':
        return '\t';
      case 'link':
        return /^(?:https?|mailto|tel):/i.test(child.url) ? (
          <a
            key={index}
            href={child.url}
            target="_blank"
            rel="noopener noreferrer"
            title={child.title ?? undefined}
          >
            {inline(child.children)}
          </a>
        ) : (
          <span key={index}>{inline(child.children)}</span>
        );
    }
  });
}

/** The first `length` characters stand off from the rest; where links or marks stand in them, all of the copy is plain. */
function inlineWithDateline(children: readonly InlineNode[], length: number): ReactNode {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return inline(children);
  if (first.text.length < length) {
    return (
      <>
        <span className={styles.dateline}>{inline([first])}</span>
        {inline(rest)}
      </>
    );
  }
  return (
    <>
      <span className={styles.dateline}>{first.text.slice(0, length)}</span>
      {inline([{ ...first, text: first.text.slice(length) }, ...rest])}
    </>
  );
}

const marks = [
  [TEXT_FORMAT.bold, 'strong'],
  [TEXT_FORMAT.italic, 'em'],
  [TEXT_FORMAT.underline, 'u'],
  [TEXT_FORMAT.strikethrough, 's'],
  [TEXT_FORMAT.code, 'code'],
  [TEXT_FORMAT.subscript, 'sub'],
  [TEXT_FORMAT.superscript, 'sup'],
] as const;

function Text({ node }: { node: TextNode }): ReactNode {
  return marks.reduce<ReactNode>(
    (content, [bit, Mark]) => ((node.format & bit) === 0 ? content : <Mark>{content}</Mark>),
    node.text,
  );
}
