/** What the core says of the copy beside its sources, remembered by text for as long as the sources stay the same. */
import type { ArticleMeta } from '../../../../shared/contract/articles.ts';
import type { CheckedBlock, Finding } from '../../../../shared/contract/checks.ts';
import type { AlignedSentence } from '../../../../shared/contract/provenance.ts';
import type { Core } from '../../../core-client/core-client.ts';
import { numbered } from './checked-lines.ts';

export interface BesideSources {
  findings: Finding[];
  sentences: AlignedSentence[];
}

export interface SourceCheck {
  /** Turns to an article and its sources as they are now. Tells whether what was remembered is of no use any more. */
  turnTo(articleId: string, meta: Pick<ArticleMeta, 'sources' | 'references'>): boolean;
  /** There is something to hold the copy against. */
  hasSources(): boolean;
  /** Undefined where the text was not held against them yet. */
  of(text: string): BesideSources | undefined;
  /** Rejects as the call does. */
  ask(blocks: readonly CheckedBlock[]): Promise<void>;
}

const MOST_REMEMBERED = 4_000;

export function createSourceCheck(client: Core['client']): SourceCheck {
  const remembered = new Map<string, BesideSources>();
  let article: { articleId: string; key: string; hasSources: boolean } | null = null;

  return {
    turnTo(articleId, { sources, references }) {
      const key = JSON.stringify([
        articleId,
        sources.map(({ storyId, versionId, effectiveStatus, embargoed }) => [
          storyId,
          versionId,
          effectiveStatus,
          embargoed,
        ]),
        references.map(({ referenceId }) => referenceId),
      ]);
      if (article?.key === key) return false;
      article = { articleId, key, hasSources: sources.length + references.length > 0 };
      remembered.clear();
      return true;
    },
    hasSources: () => article?.hasSources === true,
    of: (text) => remembered.get(text),
    async ask(blocks) {
      const asked = article;
      if (asked === null) return;
      const answer = await client.provenance.check({ articleId: asked.articleId, blocks: numbered(blocks) });
      // Sources that changed meanwhile are asked again.
      if (article !== asked) return;
      if (remembered.size > MOST_REMEMBERED) remembered.clear();
      for (const [at, { findings, sentences }] of answer.blocks.entries()) {
        const text = blocks[at]?.id;
        if (text !== undefined) remembered.set(text, { findings, sentences });
      }
    },
  };
}
