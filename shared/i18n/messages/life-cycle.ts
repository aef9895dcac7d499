/** What became of a story at its source, said wherever the story is shown. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'lifeCycle.reason': 'Alasan: {reason}',
    'lifeCycle.front.withdrawn': 'beritanya ditarik, tidak tampil: {reason}',
    'lifeCycle.embargo.remaining': 'Masih {time} lagi.',
  },
  en: {
    'lifeCycle.reason': 'Reason: {reason}',
    'lifeCycle.front.withdrawn': 'the story was withdrawn, not shown: {reason}',
    'lifeCycle.embargo.remaining': 'Another {time}.',
  },
});
