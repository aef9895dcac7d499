import { defineExtension } from 'lexical';
import { ServicesExtension } from '../services/services-extension.ts';
import { ForeignNode } from './foreign-node.tsx';

export const ForeignExtension = defineExtension({
  name: 'redaksi/foreign',
  dependencies: [ServicesExtension],
  nodes: () => [ForeignNode],
});
