import { defineExtension } from 'lexical';
import { SourceNoteNode } from './source-note-node.ts';

export const SourceNoteExtension = defineExtension({
  name: 'redaksi/source-note',
  nodes: () => [SourceNoteNode],
});
