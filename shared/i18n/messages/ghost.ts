/** Ghost: the form of its target, what its key and its limits refuse, its blocks in the composer. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'settings.target.ghost.siteUrl': 'Alamat situs Ghost',
    'settings.target.ghost.siteUrlHint':
      'API URL yang tampil di samping kuncinya, misalnya https://koran.ghost.io.',
    'settings.target.ghost.secret': 'Kunci Admin API',
    'settings.target.ghost.secretHint':
      'Dari Ghost: Settings → Integrations → Add custom integration, baris Admin API key. Disimpan terkunci dan tidak ditampilkan lagi.',
    'settings.target.ghost.secretMoved':
      'Alamatnya berganti, jadi kunci yang lama tidak dipakai. Isi kunci baru.',
    'settings.target.ghost.secretWhere': 'Buka integrasi Ghost',
    'settings.target.ghost.fronts.launchHint':
      'Setiap halaman depan menjadi satu laman di Ghost yang memuat semua koleksinya.',
    'settings.target.ghost.fronts.featured': 'Tandai berita utama sebagai unggulan (featured)',
    'settings.check.ghost-site': 'Ghost ditemukan',
    'settings.check.ghost-site.not': 'Ghost tidak ditemukan',
    'settings.check.ghost-key': 'Kunci Admin API diterima',
    'settings.check.ghost-key.not': 'Kunci Admin API ditolak',
    'publishing.error.wrong-key': 'Kunci Admin API ditolak.',
    'publishing.error.wrong-key.do':
      'Salin Admin API key (bukan Content API key) dari integrasi Ghost seutuhnya, tempel di pengaturan target, lalu Kirim lagi.',
    'publishing.error.key-unknown': 'Situs ini tidak mengenal kunci itu.',
    'publishing.error.key-unknown.do':
      'Kuncinya milik situs lain, atau integrasinya sudah dihapus. Periksa alamat situs, atau tempel kunci baru di pengaturan target, lalu Kirim lagi.',
    'publishing.error.version-too-old': 'Versi Ghost di situs itu terlalu lama.',
    'publishing.error.version-too-old.do':
      'Redaksi perlu Ghost 5 atau yang lebih baru. Minta pengelola situs memperbaruinya.',
    'publishing.error.headline-too-long': 'Judulnya terlalu panjang untuk Ghost.',
    'publishing.error.headline-too-long.do':
      'Ghost menerima paling banyak 255 huruf. Belum ada yang dikirim; pendekkan judulnya, lalu terbitkan lagi.',
    'publishing.error.dek-too-long': 'Ringkasannya terlalu panjang untuk Ghost.',
    'publishing.error.dek-too-long.do':
      'Ghost menerima paling banyak 300 huruf. Belum ada yang dikirim; pendekkan ringkasannya, lalu terbitkan lagi.',
    'editor.foreign.ghost': 'Blok Ghost yang tidak dikenal di sini',
  },
  en: {
    'settings.target.ghost.siteUrl': 'Address of the Ghost site',
    'settings.target.ghost.siteUrlHint': 'The API URL shown beside the key, such as https://koran.ghost.io.',
    'settings.target.ghost.secret': 'Admin API key',
    'settings.target.ghost.secretHint':
      'From Ghost: Settings → Integrations → Add custom integration, the line Admin API key. Kept locked, never shown again.',
    'settings.target.ghost.secretMoved':
      'The address is another one, so the stored key is not used. Enter a new key.',
    'settings.target.ghost.secretWhere': 'Open Ghost’s integrations',
    'settings.target.ghost.fronts.launchHint':
      'Each front becomes one page in Ghost that holds all of its collections.',
    'settings.target.ghost.fronts.featured': 'Make the lead story featured',
    'settings.check.ghost-site': 'Ghost found',
    'settings.check.ghost-site.not': 'Ghost not found',
    'settings.check.ghost-key': 'The Admin API key was taken',
    'settings.check.ghost-key.not': 'The Admin API key was refused',
    'publishing.error.wrong-key': 'The Admin API key was refused.',
    'publishing.error.wrong-key.do':
      'Copy the whole Admin API key (not the Content API key) from the integration in Ghost, paste it into the target settings, then Send again.',
    'publishing.error.key-unknown': 'This site does not know the key.',
    'publishing.error.key-unknown.do':
      'It is the key of another site, or its integration was deleted. See to the address, or paste a new key into the target settings, then Send again.',
    'publishing.error.version-too-old': 'The Ghost at that site is too old.',
    'publishing.error.version-too-old.do': 'Redaksi needs Ghost 5 or newer. Have the site updated.',
    'publishing.error.headline-too-long': 'The headline is too long for Ghost.',
    'publishing.error.headline-too-long.do':
      'Ghost takes 255 characters at most. Nothing was sent; shorten the headline, then publish again.',
    'publishing.error.dek-too-long': 'The dek is too long for Ghost.',
    'publishing.error.dek-too-long.do':
      'Ghost takes 300 characters at most. Nothing was sent; shorten the dek, then publish again.',
    'editor.foreign.ghost': 'A Ghost block that is not known here',
  },
});
