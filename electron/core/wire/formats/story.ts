/** A wire story that says nothing yet, for formats to fill. */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { createHash } from 'node:crypto';
import { buildDocument } from '../../../../shared/document/build.ts';

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

/** An identity derived from words, where a source names none. */
export function identityOfWords(...parts: (string | null)[]): string {
  const hash = createHash('sha256')
    .update(parts.map((part) => part ?? '').join('\n'))
    .digest('hex');
  return `urn:sha256:${hash}`;
}
