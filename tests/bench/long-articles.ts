/** Long articles: for the workstation, put into a data folder, and for bare Lexical, as they are. */
import { randomUUID } from 'node:crypto';
import { openTestCore } from '../../electron/core/testing.ts';
import { buildDocument, heading, link, paragraph, text } from '../../shared/document/build.ts';
import {
  TEXT_FORMAT,
  type ArticleDocument,
  type BlockNode,
  type TextNode,
} from '../../shared/document/vocabulary.ts';
import { documentText } from '../../shared/document/walk.ts';
import { createWriter, VOCABULARY_OF_A_WRITER } from './synthetic.ts';

const WORDS_OF_PARAGRAPH = 45;
const PARAGRAPHS_OF_SECTION = 12;

export interface LongArticle {
  headline: string;
  /** Words of the last paragraph, in this article alone. */
  lastWords: string;
  document: ArticleDocument;
}

/** Paragraphs with here and there a bold word and a link, a heading for every twelve. */
export function longArticles(count: number, words = 10_000): LongArticle[] {
  const writer = createWriter(11, VOCABULARY_OF_A_WRITER);
  return Array.from({ length: count }, (_none, number) => {
    const blocks: BlockNode[] = [];
    for (let written = 0; written < words; written += WORDS_OF_PARAGRAPH) {
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

const AT = '2026-01-01T00:00:00.000Z';
const PARAGRAPHS_PER_MARK = 10;

/** The same article with a suggestion and a note on every tenth paragraph, as a copy desk hands it back. */
export function discussed({ document, ...article }: LongArticle): LongArticle {
  const notes: ArticleDocument['notes'] = [];
  const children = document.root.children.map((block, number): BlockNode => {
    const [first, ...rest] = block.type === 'paragraph' ? block.children : [];
    if (block.type !== 'paragraph' || first?.type !== 'text' || number % PARAGRAPHS_PER_MARK !== 0)
      return block;
    const noteId = `note-${number}`;
    const message = { messageId: noteId, personId: '', at: AT, text: 'Sudah dicek?' };
    notes.push({ noteId, quote: first.text.slice(0, 40), messages: [message], resolved: null });
    const mark = { id: `suggestion-${number}`, personId: '', at: AT };
    const added: TextNode = { ...text('menurut warga '), $: { insertion: mark } };
    return { ...block, children: [{ ...first, $: { notes: [noteId] } }, added, ...rest] };
  });
  return { ...article, document: { ...document, root: { ...document.root, children }, notes } };
}

/** Puts the articles into the data folder, where wanted each with its own copy as a source; their ids in the same order. */
export async function storeArticles(
  dataFolder: string,
  articles: readonly LongArticle[],
  { withSources = false }: { withSources?: boolean } = {},
): Promise<string[]> {
  const { client, core } = await openTestCore({}, dataFolder);
  const ids: string[] = [];
  for (const { headline, document } of articles) {
    const { articleId, base, fields } = await client.articles.create({});
    const changed = { articleId, base, mutationId: randomUUID(), document, fields: { ...fields, headline } };
    await client.articles.saveDraft(changed);
    if (withSources) {
      const name = 'sumber.txt';
      const file = new File([documentText(document)], name);
      await client.articles.sources.addDocument({ articleId, file, name });
    }
    ids.push(articleId);
  }
  await core.stop();
  return ids;
}
