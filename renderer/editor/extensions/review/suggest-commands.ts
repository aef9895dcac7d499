import { createCommand, type LexicalCommand, type LexicalNode } from 'lexical';
import type { Fix } from '../../../../shared/contract/checks.ts';

/**
 * Blocks or inline nodes are about to be inserted at the caret. Answered (true) where they come in as a suggestion, which
 * then is all that happens with them.
 */
export const SUGGEST_NODES_COMMAND: LexicalCommand<LexicalNode[]> = createCommand('SUGGEST_NODES');

/** Words, selected by `$select`, are about to be mended. Answered (true) where that is a suggestion, likewise. */
export const SUGGEST_FIX_COMMAND: LexicalCommand<{ $select: () => void; fix: Fix }> =
  createCommand('SUGGEST_FIX');
