/** The feed formats: RSS 0.9x/2.0, RSS 1.0 (RDF), Atom 0.3/1.0, JSON Feed 1.0/1.1. */
import { readJsonFeed, jsonFeedOf } from './feed-json.ts';
import { storiesOfItems } from './feed-story.ts';
import { feedFormatOf, readXmlFeed, type FeedFormat } from './feed-xml.ts';
import type { FormatResult, WireFormat } from './format.ts';
import { WireParseError } from './parse-error.ts';

function result(stories: FormatResult['stories'], truncated: boolean): FormatResult {
  if (truncated && stories.length === 0) {
    throw new WireParseError('not-well-formed', 'the feed breaks off before its first item');
  }
  return { stories, problems: truncated ? ['partial'] : [] };
}

function xmlFeed(name: FeedFormat): WireFormat {
  return {
    name,
    recognises: ({ xml }) => xml !== null && feedFormatOf(xml) === name,
    parse({ xml }, context) {
      if (xml === null) throw new WireParseError('not-well-formed', 'no XML element in it');
      return result(storiesOfItems(readXmlFeed(xml, name, context.url), context), xml.truncated);
    },
  };
}

const jsonFeed: WireFormat = {
  name: 'json-feed',
  recognises: ({ json }) => json !== null && jsonFeedOf(json.value) !== null,
  parse({ json }, context) {
    const feed = json === null ? null : jsonFeedOf(json.value);
    if (json === null || feed === null) throw new WireParseError('not-recognised', 'not a JSON Feed');
    return result(storiesOfItems(readJsonFeed(feed, context.url), context), json.truncated);
  },
};

export const FEED_FORMATS: readonly WireFormat[] = [
  xmlFeed('rss'),
  xmlFeed('rdf'),
  xmlFeed('atom'),
  jsonFeed,
];
