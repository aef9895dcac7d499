/** The kinds of places to publish to, and what one cannot do, so that nobody looks for it there. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'target.kind.folder-site': 'Situs folder',
    'target.kind.wordpress': 'WordPress',
    'target.kind.ghost': 'Ghost',
    'target.limits': 'Tidak bisa di sini: {list}.',
    'target.limit.schedule': 'jadwal yang dipegang di sana (Redaksi harus terbuka pada waktunya)',
    'target.limit.remove': 'membuang ke tempat sampah',
    'target.limit.read': 'membaca perubahan di situs',
    'target.limit.posts': 'mengambil tulisan yang sudah ada',
    'target.limit.comments': 'moderasi komentar pembaca',
    'target.limit.front': 'halaman depan',
    'target.limit.unpublish': 'menarik yang sudah terbit',
    'target.limit.withdrawal': 'memberi tahu penarikan (beritanya hilang dari umpan)',
    'target.limit.partner-pictures': 'gambar (isi alamat gambar bagi mitra)',
  },
  en: {
    'target.kind.folder-site': 'Folder site',
    'target.kind.wordpress': 'WordPress',
    'target.kind.ghost': 'Ghost',
    'target.limits': 'Not possible here: {list}.',
    'target.limit.schedule': 'a schedule kept there (Redaksi has to be open at the time)',
    'target.limit.remove': 'throwing into a trash',
    'target.limit.read': 'reading what was changed at the site',
    'target.limit.posts': 'taking in what stands there',
    'target.limit.comments': 'moderating readers’ comments',
    'target.limit.front': 'fronts',
    'target.limit.unpublish': 'taking back what is out',
    'target.limit.withdrawal': 'telling of a withdrawal (the story vanishes from the feed)',
    'target.limit.partner-pictures': 'pictures (enter the address of pictures for the partner)',
  },
});
