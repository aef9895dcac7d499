/** Searches texts beside the page's own thread: a pattern that runs away is stopped with its worker. */
import {
  compileQuery,
  findInText,
  type FindQuery,
  type TextHit,
} from '../../../../shared/domain/find-text.ts';

export interface FindRequest {
  query: FindQuery;
  texts: readonly string[];
  most: number;
}

/** The hits of each text, by its position; of texts without any nothing. */
export type FindAnswer = { text: number; hits: TextHit[] }[];

addEventListener('message', ({ data: { query, texts, most } }: MessageEvent<FindRequest>) => {
  const compiled = compileQuery(query);
  const answer: FindAnswer = [];
  let room = most;
  for (const [text, words] of texts.entries()) {
    const hits = compiled.kind === 'ready' ? findInText(words, compiled.expression, room) : [];
    if (hits.length > 0) answer.push({ text, hits });
    room -= hits.length;
  }
  postMessage(answer);
});
