import { defineExtension, mergeRegister } from 'lexical';
import { labelElementField } from '../cards/element-field.ts';
import { ServicesExtension } from '../services/services-extension.ts';
import { PullQuoteNode } from './pullquote-node.ts';

export const PullQuoteExtension = defineExtension({
  name: 'redaksi/pullquote',
  dependencies: [ServicesExtension],
  nodes: () => [PullQuoteNode],
  register(editor, _config, state) {
    const { say } = state.getDependency(ServicesExtension).output;
    return mergeRegister(
      // The node knows no language: its field is labelled when it appears.
      editor.registerMutationListener(PullQuoteNode, (mutations) => {
        for (const [key, mutation] of mutations) {
          if (mutation !== 'destroyed') {
            labelElementField(editor.getElementByKey(key), say('editor.pullquote.attribution'));
          }
        }
      }),
    );
  },
});
