/** Articles of 10,000 words: for the workstation, put into a data folder, and for bare Lexical, as they are. */
import { randomUUID } from 'node:crypto';
import { openTestCore } from '../../electron/core/testing.ts';
import { buildDocument, heading, link, paragraph, text } from '../../shared/document/build.ts';
import { TEXT_FORMAT, type ArticleDocument, type BlockNode } from '../../shared/document/vocabulary.ts';
import { createWriter, VOCABULARY_OF_A_WRITER } from './synthetic.ts';

const WORDS = 10_000;
const WORDS_OF_PARAGRAPH = 45;
const PARAGRAPHS_OF_SECTION = 12;

export interface LongArticle {
  headline: string;
  /** Words of the last paragraph, in this article alone. */
  lastWords: string;
  document: ArticleDocument;
}

/** Paragraphs with here and there a bold word and a link, a heading for every twelve. */
export function longArticles(count: number): LongArticle[] {
  const writer = createWriter(11, VOCABULARY_OF_A_WRITER);
  return Array.from({ length: count }, (_none, number) => {
    const blocks: BlockNode[] = [];
    for (let written = 0; written < WORDS; written += WORDS_OF_PARAGRAPH) {
      if (blocks.length % PARAGRAPHS_OF_SECTION === 0) blocks.push(heading('h2', [text(writer.headline())]));
      const plain = text(`${writer.text(WORDS_OF_PARAGRAPH - 10)} `);
      const more = text(` ${writer.words(6)}.`);
      blocks.push(
        blocks.length % 3 === 0
          ? paragraph([plain, text(writer.words(2), TEXT_FORMAT.bold), more])
          : paragraph([plain, link('https://example.test/', [text(writer.words(2))]), more]),
      );
    }
    const lastWords = `Akhir naskah panjang nomor ${number}.`;
    blocks.push(paragraph([text(lastWords)]));
    return { headline: `Naskah panjang nomor ${number}`, lastWords, document: buildDocument(blocks) };
  });
}

/** Puts the articles into the data folder; their ids in the same order. */
export async function storeArticles(dataFolder: string, articles: readonly LongArticle[]): Promise<string[]> {
  const { client, core } = await openTestCore({}, dataFolder);
  const ids: string[] = [];
  for (const { headline, document } of articles) {
    const { articleId, base, fields } = await client.articles.create({});
    const changed = { articleId, base, mutationId: randomUUID(), document, fields: { ...fields, headline } };
    await client.articles.saveDraft(changed);
    ids.push(articleId);
  }
  await core.stop();
  return ids;
}
