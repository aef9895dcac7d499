import { frontContentSchema, type FrontContent } from '../../../shared/contract/front-content.ts';

/** The drafts and live states of a dozen fronts. */
const REMEMBERED = 24;

/**
 * Reads what fronts hold from the text it is stored as. One edit has a front read several times (the edit itself, the
 * page beside the board, the lists); the same text is checked once. What it gives is shared: nobody may change it.
 */
export function createContentReader(): (json: string) => FrontContent {
  const remembered = new Map<string, FrontContent>();
  return (json) => {
    const content = remembered.get(json) ?? frontContentSchema.parse(JSON.parse(json));
    // The one that was asked for longest ago stands first.
    remembered.delete(json);
    remembered.set(json, content);
    if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value ?? '');
    return content;
  };
}
