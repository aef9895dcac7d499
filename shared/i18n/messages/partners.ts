/** Copy for partners: the form of the target, its checks, what a withdrawal says. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'settings.target.addPartner': 'Tambah mitra',
    'settings.target.new.partner': 'Mitra baru',
    'target.kind.partner': 'Mitra',
    'settings.target.partner.format': 'Format',
    'settings.target.partner.format.ninjs-3': 'ninjs 3.0',
    'settings.target.partner.format.ninjs-2': 'ninjs 2.1',
    'settings.target.partner.format.newsml-g2': 'NewsML-G2',
    'settings.target.partner.format.rss': 'RSS 2.0',
    'settings.target.partner.format.atom': 'Atom 1.0',
    'settings.target.partner.format.json-feed': 'JSON Feed 1.1',
    'settings.target.partner.format.ninjs-3.hint':
      'Satu berkas JSON untuk tiap versi; ralat dan penarikan adalah versi baru.',
    'settings.target.partner.format.ninjs-2.hint':
      'Satu berkas JSON untuk tiap versi; ralat dan penarikan adalah versi baru.',
    'settings.target.partner.format.newsml-g2.hint':
      'Satu berkas XML untuk tiap versi; ralat dan penarikan adalah versi baru.',
    'settings.target.partner.format.rss.hint':
      'Satu umpan berisi 30 berita terbaru. RSS tidak mengenal penarikan: berita yang ditarik hilang dari umpan.',
    'settings.target.partner.format.atom.hint':
      'Satu umpan berisi 30 berita terbaru; penarikan disebut di dalamnya.',
    'settings.target.partner.format.json-feed.hint':
      'Satu umpan berisi 30 berita terbaru. JSON Feed tidak mengenal penarikan: berita yang ditarik hilang dari umpan.',
    'settings.target.partner.way': 'Cara kirim',
    'settings.target.partner.way.folder': 'Folder',
    'settings.target.partner.way.http': 'HTTP',
    'settings.target.partner.way.sftp': 'SFTP',
    'settings.target.partner.way.sftp.hint': 'Berkas diletakkan utuh di folder pada server mitra.',
    'settings.target.partner.sftpFolderHint': 'Misalnya kiriman/koran. Kosong: folder tempat Anda masuk.',
    'settings.target.partner.way.folder.hint': 'Berkas diletakkan utuh di folder yang juga dilihat mitra.',
    'settings.target.partner.way.http.hint': 'Berkas dikirim ke alamat yang diberikan mitra.',
    'settings.target.partner.folder': 'Folder mitra',
    'settings.target.partner.folderHint':
      'Alamat lengkap, misalnya /srv/mitra/berita. Dibuat bila belum ada.',
    'settings.target.partner.address': 'Alamat',
    'settings.target.partner.address.PUT': 'Nama berkas ditambahkan di belakangnya.',
    'settings.target.partner.address.POST': 'Semua berkas dikirim ke alamat ini.',
    'settings.target.partner.method': 'Permintaan',
    'settings.target.partner.method.PUT': 'PUT: satu alamat untuk tiap berkas',
    'settings.target.partner.method.POST': 'POST: satu alamat untuk semua',
    'settings.target.partner.user': 'Nama pengguna',
    'settings.target.partner.userHint': 'Kosong: sandi dikirim sebagai token (Bearer).',
    'settings.target.partner.secret': 'Sandi atau token',
    'settings.target.partner.secretHint': 'Kosong bila mitra tidak memintanya.',
    'settings.target.partner.secretMoved':
      'Sandi yang tersimpan milik alamat lain. Ketik sandi untuk alamat ini.',
    'settings.target.partner.pictures': 'Alamat gambar bagi mitra',
    'settings.target.partner.picturesHint':
      'Tempat mitra mengambil berkas yang kita kirim. Kosong: berita dikirim tanpa gambar.',
    'settings.target.partner.addressError': 'Tulis alamat lengkap, diawali https://.',
    'settings.target.partner.copyright': 'Hak cipta',
    'settings.target.partner.terms': 'Syarat pemakaian',
    'settings.target.partner.termsHint':
      'Disebut di tiap berita ninjs dan NewsML-G2: boleh dimuat di mana, sampai kapan.',
    'settings.target.partner.language': 'Bahasa',
    'settings.target.partner.languageHint': 'Kode BCP 47: id, en, jv.',
    'settings.target.partner.languageError': 'Ini bukan kode bahasa. Contoh: id.',
    'partner.terms.noAi': 'Tidak untuk pengayapan, pelatihan, atau penggunaan lain oleh AI.',
    'partner.withdrawn': 'Berita ini ditarik. Mohon tidak dimuat, dan dihapus bila sudah dimuat.',
    'settings.check.partner-host': 'Alamat mitra lengkap',
    'settings.check.partner-host.not': 'Ini bukan alamat lengkap.',
    'settings.check.partner-answers': 'Mitra menjawab',
    'publishing.error.partner-address': 'Di alamat ini mitra tidak menerima kiriman.',
    'publishing.error.partner-address.do':
      'Cocokkan alamat dan jenis permintaan (PUT atau POST) dengan yang diberikan mitra, di pengaturan target.',
    'publishing.error.partner-password': 'Mitra menolak sandi atau token.',
    'publishing.error.partner-password.do':
      'Minta yang berlaku kepada mitra, tempel di pengaturan target, lalu Kirim lagi.',
    'publishing.error.partner-rejected': 'Mitra menolak isi kiriman.',
    'publishing.error.partner-rejected.do':
      'Baca alasannya di rincian teknis. Cocokkan format dengan mitra, atau perbaiki naskahnya, lalu terbitkan lagi.',
  },
  en: {
    'settings.target.addPartner': 'Add partner',
    'settings.target.new.partner': 'New partner',
    'target.kind.partner': 'Partner',
    'settings.target.partner.format': 'Format',
    'settings.target.partner.format.ninjs-3': 'ninjs 3.0',
    'settings.target.partner.format.ninjs-2': 'ninjs 2.1',
    'settings.target.partner.format.newsml-g2': 'NewsML-G2',
    'settings.target.partner.format.rss': 'RSS 2.0',
    'settings.target.partner.format.atom': 'Atom 1.0',
    'settings.target.partner.format.json-feed': 'JSON Feed 1.1',
    'settings.target.partner.format.ninjs-3.hint':
      'One JSON file for each version; corrections and withdrawals are new versions.',
    'settings.target.partner.format.ninjs-2.hint':
      'One JSON file for each version; corrections and withdrawals are new versions.',
    'settings.target.partner.format.newsml-g2.hint':
      'One XML file for each version; corrections and withdrawals are new versions.',
    'settings.target.partner.format.rss.hint':
      'One feed of the 30 newest stories. RSS knows no withdrawal: a story that is withdrawn vanishes from the feed.',
    'settings.target.partner.format.atom.hint':
      'One feed of the 30 newest stories; withdrawals are told in it.',
    'settings.target.partner.format.json-feed.hint':
      'One feed of the 30 newest stories. JSON Feed knows no withdrawal: a story that is withdrawn vanishes from the feed.',
    'settings.target.partner.way': 'Sent by',
    'settings.target.partner.way.folder': 'Folder',
    'settings.target.partner.way.http': 'HTTP',
    'settings.target.partner.way.sftp': 'SFTP',
    'settings.target.partner.way.sftp.hint': 'Files are put whole into a folder at the partner’s server.',
    'settings.target.partner.sftpFolderHint': 'Such as drop/news. Empty: the folder one lands in.',
    'settings.target.partner.way.folder.hint': 'Files are put whole into a folder that the partner sees too.',
    'settings.target.partner.way.http.hint': 'Files are sent to an address the partner gave.',
    'settings.target.partner.folder': 'Folder of the partner',
    'settings.target.partner.folderHint':
      'Its full path, for example /srv/partner/news. Made where it is missing.',
    'settings.target.partner.address': 'Address',
    'settings.target.partner.address.PUT': 'The name of the file is added to it.',
    'settings.target.partner.address.POST': 'Every file is sent to this address.',
    'settings.target.partner.method': 'Request',
    'settings.target.partner.method.PUT': 'PUT: an address for each file',
    'settings.target.partner.method.POST': 'POST: one address for all',
    'settings.target.partner.user': 'User name',
    'settings.target.partner.userHint': 'Empty: the password is sent as a token (Bearer).',
    'settings.target.partner.secret': 'Password or token',
    'settings.target.partner.secretHint': 'Empty where the partner asks for none.',
    'settings.target.partner.secretMoved':
      'The password that is stored belongs to another address. Type the one for this address.',
    'settings.target.partner.pictures': 'Address of pictures for the partner',
    'settings.target.partner.picturesHint':
      'Where the partner fetches the files we send. Empty: stories go without pictures.',
    'settings.target.partner.addressError': 'Write the whole address, beginning with https://.',
    'settings.target.partner.copyright': 'Copyright',
    'settings.target.partner.terms': 'Terms of use',
    'settings.target.partner.termsHint':
      'Told in every ninjs and NewsML-G2 story: where it may run, and until when.',
    'settings.target.partner.language': 'Language',
    'settings.target.partner.languageHint': 'A BCP 47 code: id, en, jv.',
    'settings.target.partner.languageError': 'This is no language code. Example: id.',
    'partner.terms.noAi': 'Not for crawling, training or any other use by AI.',
    'partner.withdrawn': 'This story is withdrawn. Please do not run it, and remove it where it has run.',
    'settings.check.partner-host': 'The partner’s address is whole',
    'settings.check.partner-host.not': 'This is no whole address.',
    'settings.check.partner-answers': 'The partner answers',
    'publishing.error.partner-address': 'At this address the partner takes no deliveries.',
    'publishing.error.partner-address.do':
      'Compare address and kind of request (PUT or POST) with what the partner gave, in the settings of the target.',
    'publishing.error.partner-password': 'The partner refused password or token.',
    'publishing.error.partner-password.do':
      'Ask the partner for one that holds, paste it in the settings of the target, then Send again.',
    'publishing.error.partner-rejected': 'The partner refused what was sent.',
    'publishing.error.partner-rejected.do':
      'Read why in the technical details. Agree on the format with the partner, or mend the article, then publish again.',
  },
});
