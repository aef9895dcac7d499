import { createCommand, type LexicalCommand, type LexicalNode } from 'lexical';

/** Pasted nodes on their way in; taken where they are to be suggestions. */
export const SUGGEST_NODES_COMMAND: LexicalCommand<LexicalNode[]> = createCommand('SUGGEST_NODES');
