/** Feeds for tests. */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import type { ParsedDelivery } from './parse.ts';
import { onlyStory, readChecked } from './testing-stories.ts';

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"';

export function rss(items: string, channel = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${NAMESPACES}><channel><title>Kabar</title><link>https://www.contoh.id</link>${channel}${items}</channel></rss>`;
}

export function parse(text: string, url = 'https://www.contoh.id/rss/terkini.xml'): ParsedDelivery {
  return readChecked(text, { url, defaultOffsetMinutes: 420 });
}

export function only(text: string): WireStory {
  return onlyStory(parse(text));
}

export function item(fields: string, channel = ''): WireStory {
  return only(rss(`<item>${fields}</item>`, channel));
}
