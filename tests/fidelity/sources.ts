/** The copy the drafts are made from: the sample newsroom's and `stories.yaml`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readDelivery } from '../../electron/core/wire/formats/read-delivery.ts';
import type { WireStory } from '../../shared/contract/wire-story.ts';
import { blockText } from '../../shared/document/walk.ts';
import { findDateline } from '../../shared/domain/datelines.ts';
import { recogniseFooters } from '../../shared/domain/footers.ts';

export interface LabelledSource {
  /** `bendungan`, `alfa/1002`. */
  name: string;
  /** When it was sent, ISO 8601 with an offset. */
  at: string;
  headline: string;
  /** Without dateline and footer, as a draft takes them. */
  paragraphs: string[];
}

const storySchema = z.object({
  story: z.string(),
  at: z.iso.datetime({ offset: true }),
  headline: z.string(),
  paragraphs: z.array(z.string()).min(1),
});

const SAMPLE = join(import.meta.dirname, '../../resources/sample');

function copyOf(body: WireStory['body']): string[] {
  const paragraphs = body.root.children.map(blockText);
  const { stripped } = recogniseFooters(paragraphs);
  const dropped = new Set<number>(stripped);
  const dateline = findDateline(paragraphs);
  return paragraphs
    .map((text, at) => (at === dateline?.index ? text.slice(dateline.dateline.length) : text))
    .filter((text, at) => !dropped.has(at) && /\p{L}/u.test(text));
}

/** The newest version of each sample story that has at least three paragraphs. */
function sampleSources(): LabelledSource[] {
  const byName = new Map<string, LabelledSource>();
  const files = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/.*\.(?:xml|json)$/.test(name))
    .toSorted();
  for (const file of files) {
    const delivery = readDelivery(readFileSync(join(SAMPLE, file)), { fileName: file });
    if (!delivery.ok) throw new Error(`${file} could not be read`);
    for (const { content } of delivery.result.stories) {
      const { uri, headline, body, versionCreated } = JSON.parse(content) as WireStory;
      const name = /(\w+\/\d+)$/.exec(uri)?.[1]?.replace('berita/1', 'alfa/1');
      const paragraphs = copyOf(body);
      if (name === undefined || paragraphs.length < 3) continue;
      byName.set(name, { name, at: versionCreated ?? '', headline: headline ?? '', paragraphs });
    }
  }
  return [...byName.values()];
}

/** Every source, in a fixed order. Throws where the copy is not what README.md describes. */
export function loadSources(): LabelledSource[] {
  const own = z
    .array(storySchema)
    .parse(parse(readFileSync(join(import.meta.dirname, 'stories.yaml'), 'utf8')));
  return [...own.map(({ story, ...rest }) => ({ name: story, ...rest })), ...sampleSources()];
}
