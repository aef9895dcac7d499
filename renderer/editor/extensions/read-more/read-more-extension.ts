import { defineExtension } from 'lexical';
import { ServicesExtension } from '../services/services-extension.ts';
import { ReadMoreNode } from './read-more-node.tsx';

export const ReadMoreExtension = defineExtension({
  name: 'redaksi/read-more',
  dependencies: [ServicesExtension],
  nodes: () => [ReadMoreNode],
});
