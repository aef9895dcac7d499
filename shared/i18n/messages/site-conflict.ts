/** A post that was edited at its site: both versions, and the decision. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'conflict.site.title': 'Diubah di {target}',
    'conflict.site.lostTitle': 'Sudah ada di {target}',
    'conflict.site.text':
      'Tulisan ini diubah di situs sejak kiriman terakhir. Pilih bagian demi bagian; tidak ada yang hilang sebelum Anda memutuskan.',
    'conflict.site.lost':
      'Ruang kerja ini dikembalikan ke keadaan lama, dan tulisan ini ternyata sudah ada di situs. Pilih bagian demi bagian; tidak ada yang hilang sebelum Anda memutuskan.',
    'conflict.site.changed': 'Diubah di situs',
    'conflict.site.failed':
      'Versi di situs tidak dapat dibaca sekarang. Naskah dan kiriman tetap aman; coba lagi nanti.',
    'conflict.site.open': '{count} bagian belum diputuskan',
    'conflict.site.keep': 'Simpan ke naskah saja',
    'conflict.site.send': 'Simpan dan terbitkan',
    'conflict.site.kept': 'Naskah disimpan. Versi di {target} dibiarkan seperti adanya.',
    'conflict.site.sent.done': 'Naskah disimpan dan sedang dikirim ke {target}.',
    'conflict.site.allOurs': 'Semua dari naskah kita',
    'conflict.site.allTheirs': 'Semua dari situs',
    'conflict.site.nothing': 'Isi naskah dan isi di situs sudah sama.',
    'conflict.site.same': '{count} alinea sama',
    'conflict.site.copy': 'Isi',
    'conflict.site.sent': 'Yang terakhir kami kirim',
    'conflict.site.taken': '(dihapus)',
    'conflict.site.commentsOpen': 'dibuka',
    'conflict.site.commentsShut': 'ditutup',
    'conflict.site.sticky': 'ditahan di atas',
    'conflict.site.notSticky': 'tidak ditahan di atas',
    'conflict.site.beside': 'Selain isi naskah, berbeda juga ini; mengirim mengaturnya seperti yang dimaksud',
    'conflict.bar':
      'Tulisan ini diubah di {target} sejak kiriman terakhir. Kiriman berhenti; tidak ada yang ditimpa.',
    'conflict.bar.lost':
      'Tulisan ini ternyata sudah ada di {target}. Kiriman berhenti; tidak ada yang ditimpa.',
    'conflict.bar.waiting': 'Ralat, pencabutan, atau hak jawab menunggu keputusan Anda.',
    'conflict.site.waiting.correction':
      'Ralat menunggu keputusan ini. Versi mana pun yang Anda pilih, Ralat terbit bersamanya.',
    'conflict.site.waiting.withdrawal':
      'Berita ini dicabut dan pengumumannya menunggu keputusan ini: pengumuman itu menggantikan tulisan di situs. Yang Anda pilih disimpan di naskah saja.',
    'conflict.site.waiting.reply':
      'Tautan ke hak jawab menunggu keputusan ini. Versi mana pun yang Anda pilih, tautan itu terbit bersamanya.',
    'conflict.site.waiting.reply-to':
      'Tautan ke berita yang dijawab menunggu keputusan ini. Versi mana pun yang Anda pilih, tautan itu terbit bersamanya.',
    'error.invalid.correction-waits':
      'Ralat, pencabutan, atau hak jawab menunggu keputusan ini; simpan dan terbitkan agar sampai ke pembaca.',
    'conflict.bar.label': 'Perubahan di {target}',
    'conflict.bar.outbox': 'Buka di Terbitan',
    'conflict.side.ours': 'Naskah kita',
    'conflict.side.theirs': 'Di situs',
    'conflict.side.each': 'Keduanya, naskah kita dahulu',
    'conflict.kind.ours': 'diubah di sini',
    'conflict.kind.theirs': 'diubah di situs',
    'conflict.kind.both': 'diubah di keduanya',
    'conflict.kind.unknown': 'berbeda',
    'conflict.field.headline': 'Judul',
    'conflict.field.dek': 'Ringkasan',
    'conflict.field.dateline': 'Dateline',
    'conflict.field.credit': 'Kredit',
    'conflict.field.section': 'Rubrik',
    'conflict.field.tags': 'Tagar',
    'conflict.field.slug': 'Slug',
    'conflict.field.commentsOpen': 'Komentar',
    'conflict.field.byline': 'Penulis',
    'conflict.field.sticky': 'Ditahan di atas',
    'conflict.field.seoTitle': 'Judul mesin pencari',
    'conflict.field.seoDescription': 'Ringkasan mesin pencari',
    'conflict.field.socialTitle': 'Judul kartu media sosial',
  },
  en: {
    'conflict.site.title': 'Changed at {target}',
    'conflict.site.lostTitle': 'At {target} already',
    'conflict.site.text':
      'The post was changed at the site since our last delivery. Choose part by part; nothing is lost before you have decided.',
    'conflict.site.lost':
      'This desk went back to an earlier state, and the post turned out to stand at the site already. Choose part by part; nothing is lost before you decide.',
    'conflict.site.changed': 'Changed there',
    'conflict.site.failed':
      'The version at the site cannot be read now. Article and delivery are safe; try again later.',
    'conflict.site.open': '{count} {count|part|parts} to decide',
    'conflict.site.keep': 'Only save to the article',
    'conflict.site.send': 'Save and publish',
    'conflict.site.kept': 'The article is saved. What stands at {target} is left as it is.',
    'conflict.site.sent.done': 'The article is saved and on its way to {target}.',
    'conflict.site.allOurs': 'All of ours',
    'conflict.site.allTheirs': 'All of the site’s',
    'conflict.site.nothing': 'Article and post say the same.',
    'conflict.site.same': '{count} {count|paragraph|paragraphs} the same',
    'conflict.site.copy': 'Copy',
    'conflict.site.sent': 'What we sent last',
    'conflict.site.taken': '(taken out)',
    'conflict.site.commentsOpen': 'open',
    'conflict.site.commentsShut': 'closed',
    'conflict.site.sticky': 'kept on top',
    'conflict.site.notSticky': 'not kept on top',
    'conflict.site.beside': 'Beside the article these differ; sending sets them as they are meant',
    'conflict.bar':
      'The post was changed at {target} since our last delivery. The delivery stopped; nothing was overwritten.',
    'conflict.bar.lost':
      'The post turned out to stand at {target} already. The delivery stopped; nothing was overwritten.',
    'conflict.bar.waiting': 'A correction, withdrawal or right of reply waits for your decision.',
    'conflict.site.waiting.correction':
      'A correction waits for this decision. Whichever version you choose, it goes out with it.',
    'conflict.site.waiting.withdrawal':
      'The story is withdrawn and the announcement waits for this decision: it takes the place of the post. What you choose is kept in the article only.',
    'conflict.site.waiting.reply':
      'The link to the right of reply waits for this decision. Whichever version you choose, it goes out with it.',
    'conflict.site.waiting.reply-to':
      'The link to the story that is answered waits for this decision. Whichever version you choose, it goes out with it.',
    'error.invalid.correction-waits':
      'A correction, withdrawal or right of reply waits for this decision; save and publish, so that readers get it.',
    'conflict.bar.label': 'Changes at {target}',
    'conflict.bar.outbox': 'Open in the outbox',
    'conflict.side.ours': 'Our article',
    'conflict.side.theirs': 'At the site',
    'conflict.side.each': 'Both, ours first',
    'conflict.kind.ours': 'changed here',
    'conflict.kind.theirs': 'changed at the site',
    'conflict.kind.both': 'changed on both sides',
    'conflict.kind.unknown': 'differs',
    'conflict.field.headline': 'Headline',
    'conflict.field.dek': 'Dek',
    'conflict.field.dateline': 'Dateline',
    'conflict.field.credit': 'Credit',
    'conflict.field.section': 'Section',
    'conflict.field.tags': 'Tags',
    'conflict.field.slug': 'Slug',
    'conflict.field.commentsOpen': 'Comments',
    'conflict.field.byline': 'Author',
    'conflict.field.sticky': 'Kept on top',
    'conflict.field.seoTitle': 'Search engine title',
    'conflict.field.seoDescription': 'Search engine summary',
    'conflict.field.socialTitle': 'Title of social cards',
  },
});
