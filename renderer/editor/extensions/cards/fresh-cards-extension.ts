import { defineExtension, type NodeKey } from 'lexical';

/** Cards that were put into the copy just now: the first field of each takes the focus once, when it appears. */
export const FreshCardsExtension = defineExtension({
  name: 'redaksi/fresh-cards',
  build: () => ({ keys: new Set<NodeKey>() }),
});
