import type { WireStory } from '../contract/wire-story.ts';
import { buildDocument } from '../document/build.ts';

/** A wire story that says nothing yet, to be filled. */
export function emptyStory(uri: string): WireStory {
  return {
    uri,
    version: null,
    url: null,
    headline: null,
    slugline: null,
    byline: null,
    dateline: null,
    language: null,
    urgency: null,
    pubStatus: 'usable',
    signals: [],
    versionCreated: null,
    firstCreated: null,
    embargoed: null,
    expires: null,
    edNote: null,
    abstract: null,
    subjects: [],
    keywords: [],
    rights: null,
    credit: null,
    provider: null,
    body: buildDocument([]),
    bodyText: '',
    media: [],
    problems: [],
  };
}
