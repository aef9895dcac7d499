/** What a target or a delivery says, line by line: checks of an address and a password, failures, differences. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'publishError.unreachable':
      'Situs tidak dapat dihubungi. Kiriman tetap disimpan dan dicoba lagi sendiri.',
    'publishError.name-not-found':
      'Nama situs tidak ditemukan. Periksa alamatnya, atau sambungan internet sedang putus.',
    'publishError.timed-out':
      'Situs terlalu lama menjawab. Sebelum dikirim lagi akan diperiksa apakah naskah sudah sampai.',
    'publishError.certificate':
      'Sertifikat keamanan situs tidak dapat dipercaya, jadi tidak ada yang dikirim.',
    'publishError.not-this-kind-of-site': 'Di alamat ini tidak ada WordPress.',
    'publishError.rest-blocked':
      'Antarmuka REST situs ini tertutup: oleh plugin keamanan, dinding api, atau halaman masuk di depannya. Minta pengelola situs membukanya.',
    'publishError.basic-auth-blocked':
      'Situs ini tidak menerima sandi aplikasi. Minta pengelola situs mengaktifkannya.',
    'publishError.wrong-password':
      'Nama pengguna atau sandi aplikasi keliru. Bila keduanya benar, server situs mungkin tidak meneruskannya ke WordPress.',
    'publishError.rights-missing': 'Pengguna ini tidak berhak melakukannya di situs.',
    'publishError.rejected': 'Situs menolak kiriman ini.',
    'publishError.too-large': 'Terlalu besar untuk situs ini. Kecilkan gambarnya.',
    'publishError.rate-limited': 'Situs minta kita menunggu. Kiriman dicoba lagi sendiri.',
    'publishError.server-error': 'Situs sedang bermasalah. Kiriman dicoba lagi sendiri.',
    'publishError.unexpected-answer':
      'Jawaban situs tidak terbaca. Sebelum dikirim lagi akan diperiksa apakah naskah sudah sampai.',
    'publishError.post-missing':
      'Tulisan ini sudah dihapus di situs. Kirim ulang untuk menerbitkannya sebagai tulisan baru.',
    'publishError.changed-at-target':
      'Tulisan ini diubah di situs sejak terakhir kita kirim. Tidak ada yang ditimpa. Lihat bedanya, lalu putuskan.',
    'publishError.media-rejected': 'Situs menolak gambarnya.',
    'publishError.folder-unwritable': 'Folder situs tidak dapat ditulis.',
    'publishError.disk-full': 'Diska penuh. Kosongkan ruang, lalu kirim ulang.',
    'publishError.not-publishable': 'Naskah tidak boleh terbit lagi sejak diminta.',
    'publishError.secret-missing':
      'Sandi aplikasi belum diisi, atau tempat penyimpanannya tidak dapat dibuka.',
    'publishError.picture-missing': 'Berkas gambar tidak ada di ruang kerja ini.',
    'verify.site': 'WordPress ditemukan',
    'verify.log-in': 'Masuk sebagai',
    'verify.publish-posts': 'Boleh menerbitkan tulisan',
    'verify.upload-files': 'Boleh mengunggah gambar',
    'verify.make-categories': 'Boleh membuat kategori',
    'verify.encryption': 'Sambungan tidak terenkripsi: sandi dapat dibaca di perjalanan',
    'verify.application-passwords': 'Situs tidak menyebut bahwa sandi aplikasi diterima',
    'verify.clock': 'Jam situs berselisih {seconds} detik dari jam di sini',
    'difference.status': 'Keadaan',
    'difference.headline': 'Judul',
    'difference.body': 'Isi',
    'difference.dek': 'Ringkasan',
    'difference.slug': 'Alamat (slug)',
    'difference.categories': 'Kategori',
    'difference.tags': 'Tagar',
    'difference.featured-picture': 'Gambar utama',
    'difference.picture': 'Gambar',
    'difference.comments': 'Komentar',
  },
  en: {
    'publishError.unreachable': 'The site cannot be reached. The delivery is kept and tried again by itself.',
    'publishError.name-not-found':
      'No site has this name. Check the address, or the internet connection is down.',
    'publishError.timed-out':
      'The site took too long to answer. Before it is sent again we look whether the article arrived.',
    'publishError.certificate':
      'The security certificate of the site cannot be trusted, so nothing was sent.',
    'publishError.not-this-kind-of-site': 'There is no WordPress at this address.',
    'publishError.rest-blocked':
      'The REST interface of this site is shut: by a security plugin, a firewall or a log-in page before it. Ask whoever runs the site to open it.',
    'publishError.basic-auth-blocked':
      'This site takes no application passwords. Ask whoever runs it to allow them.',
    'publishError.wrong-password':
      'The user name or the application password is wrong. Where both are right, the server may not hand them on to WordPress.',
    'publishError.rights-missing': 'This user has no right to do that at the site.',
    'publishError.rejected': 'The site refused this delivery.',
    'publishError.too-large': 'Too large for this site. Make the picture smaller.',
    'publishError.rate-limited': 'The site asks us to wait. The delivery is tried again by itself.',
    'publishError.server-error': 'The site has trouble at the moment. The delivery is tried again by itself.',
    'publishError.unexpected-answer':
      'The answer of the site could not be read. Before it is sent again we look whether the article arrived.',
    'publishError.post-missing':
      'This post was deleted at the site. Send it again to publish it as a new one.',
    'publishError.changed-at-target':
      'This post was changed at the site since we last sent it. Nothing was overwritten. See the differences, then decide.',
    'publishError.media-rejected': 'The site refused the picture.',
    'publishError.folder-unwritable': 'The folder of the site cannot be written.',
    'publishError.disk-full': 'The disk is full. Free some space, then send again.',
    'publishError.not-publishable': 'Since it was asked for, the article may not be published any more.',
    'publishError.secret-missing': 'No application password is stored, or its store cannot be opened.',
    'publishError.picture-missing': 'The file of the picture is not at this workstation.',
    'verify.site': 'WordPress found',
    'verify.log-in': 'Logged in as',
    'verify.publish-posts': 'May publish posts',
    'verify.upload-files': 'May upload pictures',
    'verify.make-categories': 'May make categories',
    'verify.encryption': 'The connection is not encrypted: the password can be read on its way',
    'verify.application-passwords': 'The site does not say that it takes application passwords',
    'verify.clock': 'The clock of the site is {seconds} seconds off ours',
    'difference.status': 'State',
    'difference.headline': 'Headline',
    'difference.body': 'Body',
    'difference.dek': 'Dek',
    'difference.slug': 'Address (slug)',
    'difference.categories': 'Categories',
    'difference.tags': 'Tags',
    'difference.featured-picture': 'Featured picture',
    'difference.picture': 'Picture',
    'difference.comments': 'Comments',
  },
});
