/** Writes one article as a file in a worker of its own: pictures make files large, and writing them takes a while. */
import { parentPort, workerData } from 'node:worker_threads';
import { Transformer } from '@napi-rs/image';
import type { ExportedArticle, ExportedPicture, ExportQuestion } from './exported-article.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml, writeMarkdown, writeText } from './write-page.ts';

const KNOWN_TO_WORD = new Set(['image/jpeg', 'image/png', 'image/gif']);
const JPEG_QUALITY = 90;

/** Word shows neither WebP nor AVIF. */
function forWord(picture: ExportedPicture): ExportedPicture {
  if (KNOWN_TO_WORD.has(picture.mimeType)) return picture;
  return {
    ...picture,
    bytes: new Transformer(picture.bytes).jpegSync(JPEG_QUALITY),
    mimeType: 'image/jpeg',
  };
}

function docxOf(article: ExportedArticle): Promise<Uint8Array> {
  const pictures = new Map<string, ExportedPicture>();
  for (const [id, picture] of article.pictures) pictures.set(id, forWord(picture));
  return writeDocx({ ...article, pictures });
}

async function write({ article, format }: ExportQuestion): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return docxOf(article);
    case 'html':
      return Buffer.from(writeHtml(article));
    case 'md':
      return Buffer.from(writeMarkdown(article));
    case 'txt':
      return Buffer.from(`${writeText(article)}\n`);
  }
}

parentPort?.postMessage(await write(workerData as ExportQuestion));
