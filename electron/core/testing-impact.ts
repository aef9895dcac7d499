/** For tests: articles made from the wire, and an entry of *Dampak* decided as the page would propose it. */
import { randomUUID } from 'node:crypto';
import { findMends, mendCopy, mendedSentences, plainDecisions } from '../../shared/provenance/mend.ts';
import type { TestCore } from './testing.ts';

/** Takes every sentence of the source's change that may be taken over plainly, and saves the mended copy. */
export async function applyPlainly({ client }: TestCore, impactId: number) {
  const { base, newest, article } = await client.impact.get({ impactId });
  const copyOf = ({ headline, dek, document }: typeof newest.copy) => ({
    fields: { headline, dek },
    document,
  });
  const ours = { fields: article.fields, document: article.document };
  const mends = findMends(copyOf((base ?? newest).copy), copyOf(newest.copy), ours);
  const decisions = plainDecisions(mends);
  return client.impact.apply({
    impactId,
    versionId: newest.versionId,
    base: article.base,
    ...mendCopy(ours, mends, decisions),
    mended: mendedSentences(mends, decisions),
  });
}

/** An article written from a story, with all it needs to go out. */
export async function writeReady({ client }: TestCore, storyId: number): Promise<string> {
  const { articleId, base, fields } = await client.articles.writeFromWire({ storyId });
  const mutationId = randomUUID();
  await client.articles.saveDraft({
    articleId,
    base,
    mutationId,
    fields: { ...fields, section: 'nasional' },
  });
  return articleId;
}
