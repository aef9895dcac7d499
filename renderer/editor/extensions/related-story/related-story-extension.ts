import { defineExtension } from 'lexical';
import { ServicesExtension } from '../services/services-extension.ts';
import { RelatedStoryNode } from './related-story-node.tsx';

export const RelatedStoryExtension = defineExtension({
  name: 'redaksi/related-story',
  dependencies: [ServicesExtension],
  nodes: () => [RelatedStoryNode],
});
