import { defineExtension } from 'lexical';
import { ServicesExtension } from '../services/services-extension.ts';
import { EmbedNode } from './embed-node.tsx';

export const EmbedExtension = defineExtension({
  name: 'redaksi/embed',
  dependencies: [ServicesExtension],
  nodes: () => [EmbedNode],
});
