import { defineExtension } from 'lexical';
import { ServicesExtension } from '../services/services-extension.ts';
import { GalleryNode } from './gallery-node.tsx';

export const GalleryExtension = defineExtension({
  name: 'redaksi/gallery',
  dependencies: [ServicesExtension],
  nodes: () => [GalleryNode],
});
