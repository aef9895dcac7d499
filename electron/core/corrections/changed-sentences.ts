/** What the working copy says otherwise than what readers have: what a correction is most likely about. Pure. */
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import { likeness } from '../../../shared/document/compare-words.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { documentText } from '../../../shared/document/walk.ts';
import { splitSentences } from '../../../shared/provenance/sentences.ts';

interface Copy {
  fields: ArticleFields;
  document: ArticleDocument;
}

/** As alike as this, a sentence is the same one mended. */
const MENDED = 0.4;
const MOST_TOLD = 20;

function sentencesOf({ fields, document }: Copy): string[] {
  const texts = [fields.headline, fields.dek, documentText(document)];
  const sentences = texts.flatMap((text) => splitSentences(text).map((sentence) => sentence.text.trim()));
  return [...new Set(sentences.filter((sentence) => sentence !== ''))];
}

/** Sentences that changed, each beside the one it most likely became; one that came or went has an empty other side. */
export function changedSentences(before: Copy, after: Copy): { before: string; after: string }[] {
  const old = sentencesOf(before);
  const current = sentencesOf(after);
  const gone = old.filter((sentence) => !current.includes(sentence)).slice(0, MOST_TOLD);
  const come = current.filter((sentence) => !old.includes(sentence)).slice(0, MOST_TOLD);
  const pairs = gone.map((sentence) => {
    const [best] = come
      .map((other) => ({ other, likeness: likeness(sentence, other) }))
      .toSorted((one, another) => another.likeness - one.likeness);
    if (best === undefined || best.likeness < MENDED) return { before: sentence, after: '' };
    come.splice(come.indexOf(best.other), 1);
    return { before: sentence, after: best.other };
  });
  return [...pairs, ...come.map((sentence) => ({ before: '', after: sentence }))];
}
