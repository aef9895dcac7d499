/** Words in which a house corrects, withdraws and answers before its readers. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'site.corrections': 'Ralat',
    'site.corrections.text':
      'Semua ralat, pencabutan berita, dan hak jawab, yang terbaru di atas, sesuai Pedoman Pemberitaan Media Siber.',
    'site.corrections.empty': 'Belum ada ralat.',
    'site.correction.title.correction': 'Ralat',
    'site.correction.title.withdrawal': 'Berita dicabut',
    'site.correction.title.reply': 'Hak jawab',
    'site.correction.title.reply-to': 'Hak jawab',
    'site.correction.reply': 'Berita ini sudah ditanggapi dalam hak jawab.',
    'site.correction.reply-to': 'Tulisan ini adalah hak jawab atas berita berikut.',
    'site.correction.missing': '(tidak disebut)',
    'site.correction.ownHeadline': 'Ralat: {headline}',
    'site.correction.replyHeadline': 'Hak jawab: {headline}',
    'site.withdrawal.headline': 'Dicabut: {headline}',
    'site.withdrawal.sara': 'menyangkut masalah SARA',
    'site.withdrawal.decency': 'menyangkut kesusilaan',
    'site.withdrawal.child': 'menyangkut masa depan anak',
    'site.withdrawal.trauma': 'menyangkut pengalaman traumatik korban',
    'site.withdrawal.press-council': 'pertimbangan khusus lain yang ditetapkan Dewan Pers',
    'site.withdrawal.source': 'sumber asalnya telah mencabut berita ini',
  },
  en: {
    'site.corrections': 'Corrections',
    'site.corrections.text':
      'All corrections, withdrawals and replies, the newest first, as the Pedoman Pemberitaan Media Siber asks.',
    'site.corrections.empty': 'No corrections so far.',
    'site.correction.title.correction': 'Correction',
    'site.correction.title.withdrawal': 'Story withdrawn',
    'site.correction.title.reply': 'Right of reply',
    'site.correction.title.reply-to': 'Right of reply',
    'site.correction.reply': 'This story has been answered in a right of reply.',
    'site.correction.reply-to': 'This is the right of reply to the following story.',
    'site.correction.missing': '(not mentioned)',
    'site.correction.ownHeadline': 'Correction: {headline}',
    'site.correction.replyHeadline': 'Right of reply: {headline}',
    'site.withdrawal.headline': 'Withdrawn: {headline}',
    'site.withdrawal.sara': 'it concerns ethnicity, religion, race or group relations (SARA)',
    'site.withdrawal.decency': 'it concerns decency',
    'site.withdrawal.child': 'it concerns a child’s future',
    'site.withdrawal.trauma': 'it concerns the traumatic experience of victims',
    'site.withdrawal.press-council': 'another special consideration laid down by the Dewan Pers',
    'site.withdrawal.source': 'its source has withdrawn the story',
  },
});
