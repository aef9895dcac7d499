/** The wire inbox: sources, list, reading pane, imports. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'wire.title': 'Kawat',
  },
  en: {
    'wire.title': 'Wire',
  },
});
