import { TableExtension as LexicalTableExtension } from '@lexical/table';
import { configExtension, defineExtension } from 'lexical';

/** Tables as the vocabulary has them: no merged cells, no colours. */
export const TableExtension = defineExtension({
  name: 'redaksi/table',
  dependencies: [
    configExtension(LexicalTableExtension, { hasCellMerge: false, hasCellBackgroundColor: false }),
  ],
});
