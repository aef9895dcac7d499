/** Why nothing comes from a source of the wire, in a word, in a sentence, and with what can be done. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'sources.error.empty': 'kosong',
    'sources.error.empty.do':
      'Sumber menjawab tanpa isi. Biasanya sementara; bila berlanjut, periksa alamatnya.',
    'sources.error.too-large': 'terlalu besar',
    'sources.error.too-large.do':
      'Yang datang melampaui batas yang dibaca (50 MB). Periksa apakah benar sebuah kiriman berita.',
    'sources.error.not-recognised': 'tak dikenal',
    'sources.error.not-recognised.do':
      'Yang datang bukan umpan atau naskah kawat yang dikenal, mungkin halaman biasa atau berkas lain. Periksa alamat atau isi foldernya.',
    'sources.error.not-well-formed': 'rusak',
    'sources.error.not-well-formed.do':
      'Yang datang rusak dan tidak terselamatkan. Beri tahu pengelola sumber; kami terus mencoba.',
    'sources.error.no-stories': 'tanpa berita',
    'sources.error.no-stories.do': 'Yang datang terbaca tetapi tidak memuat berita. Kami terus memeriksa.',
    'sources.error.set-aside': 'disisihkan',
    'sources.error.set-aside.do': 'Berkas ini bukan berita, jadi disisihkan. Tidak perlu tindakan.',
    'sources.error.timed-out': 'lama dibaca',
    'sources.error.timed-out.do': 'Isinya terlalu lama dibaca dan dihentikan. Sumber lain tidak terganggu.',
    'sources.error.out-of-memory': 'terlalu berat',
    'sources.error.out-of-memory.do':
      'Isinya terlalu berat dibaca dan dihentikan. Sumber lain tidak terganggu.',
    'sources.error.unreadable-file': 'berkas terkunci',
    'sources.error.unreadable-file.do': 'Ada berkas yang tidak dapat dibuka. Periksa izinnya.',
    'sources.error.unreachable': 'tak terjangkau',
    'sources.error.unreachable.do':
      'Server tidak menjawab. Periksa internet; kami mencoba lagi dengan jeda yang makin panjang.',
    'sources.error.name-not-found': 'nama tak ada',
    'sources.error.name-not-found.do':
      'Nama servernya tidak ditemukan. Periksa ejaan alamatnya, atau sambungan internet.',
    'sources.error.timed-out-network': 'tak menjawab',
    'sources.error.timed-out-network.do': 'Server terlalu lama menjawab. Kami mencoba lagi sendiri.',
    'sources.error.http-status': 'ditolak server',
    'sources.error.http-status.do': 'Server menjawab dengan penolakan: {detail}. Kami mencoba lagi sendiri.',
    'sources.error.unauthorised': 'sandi ditolak',
    'sources.error.unauthorised.do':
      'Server menolak nama atau sandinya. Isi yang benar lewat Ubah, atau tanyakan kepada kantor berita.',
    'sources.error.gone': 'sudah pindah',
    'sources.error.gone.do':
      'Umpan ini sudah tidak ada di alamatnya. Cari alamat barunya lalu ubah, atau hapus sumber ini.',
    'sources.error.redirect-loop': 'berputar-putar',
    'sources.error.redirect-loop.do':
      'Alamatnya saling mengalihkan tanpa akhir. Periksa alamatnya dengan pengelola sumber.',
    'sources.error.private-address': 'alamat dalam',
    'sources.error.private-address.do':
      'Alamat ini menunjuk ke jaringan sendiri. Bila memang server kantor, izinkan lewat Ubah.',
    'sources.error.bad-address': 'alamat salah',
    'sources.error.bad-address.do': 'Alamatnya tidak dapat dipakai. Perbaiki lewat Ubah.',
    'sources.error.folder-missing': 'folder tak ada',
    'sources.error.folder-missing.do':
      'Foldernya tidak ditemukan. Mungkin diska jaringan belum tersambung; atau ubah jalurnya.',
    'sources.error.folder-unreadable': 'folder terkunci',
    'sources.error.folder-unreadable.do': 'Folder ada tetapi tidak boleh dibaca. Periksa izinnya.',
    'sources.error.storage': 'gagal simpan',
    'sources.error.storage.do': 'Kiriman tidak dapat disimpan. Periksa ruang diska; kiriman dicoba lagi.',
    'sources.error.secret-missing': 'sandi tak ada',
    'sources.error.secret-missing.do':
      'Sandi sumber ini tidak ditemukan atau tidak dapat dibuka. Isi lagi lewat Ubah.',
    'sources.error.not-moved': 'tak terpindahkan',
    'sources.error.not-moved.do':
      'Berkas sudah dibaca tetapi tidak dapat dipindahkan. Periksa izin menulis di foldernya: {detail}',
    'sources.error.mailbox-missing': 'kotak tak ada',
    'sources.error.mailbox-missing.do':
      'Kotak suratnya tidak ditemukan di server. Periksa namanya lewat Ubah; huruf besar dan kecil dibedakan.',
  },
  en: {
    'sources.error.empty': 'empty',
    'sources.error.empty.do':
      'The source answers with nothing. Usually this passes; if it lasts, check the address.',
    'sources.error.too-large': 'too large',
    'sources.error.too-large.do':
      'What came is larger than what is read (50 MB). Check that it really is news copy.',
    'sources.error.not-recognised': 'not recognised',
    'sources.error.not-recognised.do':
      'What came is no feed or wire copy that is known here, perhaps an ordinary page or another file. Check the address, or what is in the folder.',
    'sources.error.not-well-formed': 'broken',
    'sources.error.not-well-formed.do':
      'What came is broken beyond rescue. Tell whoever runs the source; we keep trying.',
    'sources.error.no-stories': 'no stories',
    'sources.error.no-stories.do': 'What came can be read but holds no story. We keep checking.',
    'sources.error.set-aside': 'set aside',
    'sources.error.set-aside.do': 'This file is no story and was set aside. Nothing needs to be done.',
    'sources.error.timed-out': 'slow to read',
    'sources.error.timed-out.do':
      'Reading it took too long and was stopped. Other sources are not disturbed.',
    'sources.error.out-of-memory': 'too heavy',
    'sources.error.out-of-memory.do':
      'Reading it took too much memory and was stopped. Other sources are not disturbed.',
    'sources.error.unreadable-file': 'file locked',
    'sources.error.unreadable-file.do': 'A file could not be opened. Check its permissions.',
    'sources.error.unreachable': 'unreachable',
    'sources.error.unreachable.do':
      'The server does not answer. Check the internet; we try again at growing intervals.',
    'sources.error.name-not-found': 'no such name',
    'sources.error.name-not-found.do':
      'The name of the server was not found. Check the spelling of the address, or the connection.',
    'sources.error.timed-out-network': 'no answer',
    'sources.error.timed-out-network.do': 'The server takes too long to answer. We try again by ourselves.',
    'sources.error.http-status': 'refused',
    'sources.error.http-status.do':
      'The server answered with a refusal: {detail}. We try again by ourselves.',
    'sources.error.unauthorised': 'password refused',
    'sources.error.unauthorised.do':
      'The server refuses the name or password. Write the right ones under Change, or ask the agency.',
    'sources.error.gone': 'gone',
    'sources.error.gone.do':
      'The feed is no longer at its address. Find the new one and change it, or remove this source.',
    'sources.error.redirect-loop': 'going in circles',
    'sources.error.redirect-loop.do':
      'The addresses redirect to one another without end. Check with whoever runs it.',
    'sources.error.private-address': 'inner address',
    'sources.error.private-address.do':
      'This address points into our own network. If it is an office server, allow it under Change.',
    'sources.error.bad-address': 'bad address',
    'sources.error.bad-address.do': 'The address cannot be used. Mend it under Change.',
    'sources.error.folder-missing': 'no folder',
    'sources.error.folder-missing.do':
      'The folder was not found. A network disk may not be mounted; or change the path.',
    'sources.error.folder-unreadable': 'folder locked',
    'sources.error.folder-unreadable.do': 'The folder is there but may not be read. Check its permissions.',
    'sources.error.storage': 'not stored',
    'sources.error.storage.do': 'Stories could not be stored. Check the disk space; they are tried again.',
    'sources.error.secret-missing': 'no password',
    'sources.error.secret-missing.do':
      'The password of this source was not found or cannot be opened. Write it again under Change.',
    'sources.error.not-moved': 'not moved',
    'sources.error.not-moved.do':
      'A file was read but could not be moved. Check that the folder may be written: {detail}',
    'sources.error.mailbox-missing': 'no mailbox',
    'sources.error.mailbox-missing.do':
      'The mailbox was not found at the server. Check its name under Change; capitals count.',
  },
});
