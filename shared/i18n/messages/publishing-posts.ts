/** Posts that stand at a site, and taking one in as an article. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'publishing.posts.open': 'Ambil tulisan dari situs …',
    'publishing.posts.title': 'Ambil tulisan dari situs',
    'publishing.posts.text':
      'Tulisan menjadi naskah yang tetap terhubung dengan aslinya. Bagian yang tidak dikenal Redaksi disimpan apa adanya dan dikirim kembali apa adanya.',
    'publishing.posts.site': 'Situs',
    'publishing.posts.search': 'Cari judul atau isi di situs …',
    'publishing.posts.list': 'Tulisan di situs',
    'publishing.posts.more': 'Memuat tulisan yang lebih lama …',
    'publishing.posts.empty': 'Tidak ada tulisan yang cocok.',
    'publishing.posts.none': 'Situs ini belum punya tulisan.',
    'publishing.posts.untitled': 'Tanpa judul',
    'publishing.posts.linked': 'sudah jadi naskah',
    'publishing.posts.visibility.public': 'Terbit',
    'publishing.posts.visibility.scheduled': 'Terjadwal',
    'publishing.posts.visibility.hidden': 'Draf di situs',
    'publishing.posts.visibility.trashed': 'Di sampah situs',
    'publishing.posts.take': 'Jadikan naskah',
    'publishing.posts.goTo': 'Buka naskah',
    'publishing.posts.taken': '{headline} sudah menjadi naskah',
  },
  en: {
    'publishing.posts.open': 'Take in a post of a site …',
    'publishing.posts.title': 'Take in a post of a site',
    'publishing.posts.text':
      'The post becomes an article that stays linked to it. Parts that Redaksi does not know are kept as they are and sent back as they are.',
    'publishing.posts.site': 'Site',
    'publishing.posts.search': 'Search headlines and copy at the site …',
    'publishing.posts.list': 'Posts of the site',
    'publishing.posts.more': 'Loading older posts …',
    'publishing.posts.empty': 'No post matches.',
    'publishing.posts.none': 'The site has no posts yet.',
    'publishing.posts.untitled': 'No headline',
    'publishing.posts.linked': 'already an article',
    'publishing.posts.visibility.public': 'Public',
    'publishing.posts.visibility.scheduled': 'Scheduled',
    'publishing.posts.visibility.hidden': 'Draft at the site',
    'publishing.posts.visibility.trashed': 'In the site’s trash',
    'publishing.posts.take': 'Make it an article',
    'publishing.posts.goTo': 'Open the article',
    'publishing.posts.taken': '{headline} is an article now',
  },
});
