/** The record of publications: what was published, from what, and on whose word. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'safety.check.part.record': 'Catatan terbit',
    'safety.check.recordAdvice':
      'Catatan tidak lagi seperti saat ditulis. Simpan salinan folder data ini, lalu bandingkan dengan cadangan yang lebih lama; jangan hapus apa pun.',
  },
  en: {
    'safety.check.part.record': 'Record of publications',
    'safety.check.recordAdvice':
      'The record is not as it was written any more. Keep a copy of this data folder and compare it with an older backup; delete nothing.',
  },
});
