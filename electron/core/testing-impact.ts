/** For tests: an entry of *Dampak* decided as the page would propose it. */
import { findMends, mendCopy, plainDecisions } from '../../shared/provenance/mend.ts';
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
    mended: [...decisions].map(([at, after]) => ({ before: mends[at]?.ours ?? '', after })),
  });
}
