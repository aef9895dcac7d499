/** The formats partners can be given copy in. A new one is one more entry. */
import type { PartnerFormat } from '../../../../shared/contract/target-configuration.ts';
import { writeAtom } from './atom.ts';
import type { FeedFrame } from './feed-frame.ts';
import { writeJsonFeed } from './json-feed.ts';
import type { NewsItem } from './news-item.ts';
import { writeNewsMlG2 } from './newsml-g2.ts';
import { writeNinjs2, writeNinjs3 } from './ninjs.ts';
import { writeRss } from './rss.ts';

interface Written {
  /** Of the files, without a dot. */
  extension: string;
  mimeType: string;
}

/** Every version of a story is a file of its own. */
export interface ItemFormat extends Written {
  holds: 'item';
  write(item: NewsItem): string;
}

/** One file holds what is out now, newest first; it is written anew with each delivery. */
export interface FeedFormat extends Written {
  holds: 'feed';
  write(items: readonly NewsItem[], frame: FeedFrame): string;
}

export const PARTNER_FORMATS: Readonly<Record<PartnerFormat, ItemFormat | FeedFormat>> = {
  'ninjs-3': { holds: 'item', extension: 'json', mimeType: 'application/json', write: writeNinjs3 },
  'ninjs-2': { holds: 'item', extension: 'json', mimeType: 'application/json', write: writeNinjs2 },
  'newsml-g2': {
    holds: 'item',
    extension: 'xml',
    mimeType: 'application/vnd.iptc.g2.newsitem+xml',
    write: writeNewsMlG2,
  },
  rss: { holds: 'feed', extension: 'xml', mimeType: 'application/rss+xml', write: writeRss },
  atom: { holds: 'feed', extension: 'xml', mimeType: 'application/atom+xml', write: writeAtom },
  'json-feed': { holds: 'feed', extension: 'json', mimeType: 'application/feed+json', write: writeJsonFeed },
};
