/** Why a delivery did not go through, and what to do about it. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'publishing.error.unreachable': 'Situs tidak terjangkau.',
    'publishing.error.unreachable.do':
      'Periksa sambungan internet. Kiriman tersimpan dan dicoba lagi sendiri dengan jeda yang makin panjang.',
    'publishing.error.name-not-found': 'Nama situsnya tidak ditemukan di internet.',
    'publishing.error.name-not-found.do':
      'Periksa ejaan alamat di pengaturan target, atau sambungan internet. Kiriman dicoba lagi sendiri.',
    'publishing.error.timed-out': 'Situs terlalu lama menjawab.',
    'publishing.error.timed-out.do':
      'Kiriman dicoba lagi sendiri; sebelum mengirim ulang, Redaksi memeriksa apakah yang tadi sempat tiba.',
    'publishing.error.certificate': 'Sertifikat keamanan situs tidak sah, jadi sandi tidak dikirim ke sana.',
    'publishing.error.certificate.do':
      'Minta pengelola situs memperbarui sertifikat HTTPS, lalu tekan Kirim lagi.',
    'publishing.error.certificate-dates':
      'Sertifikat keamanan situs sudah lewat masanya atau belum berlaku, jadi sandi tidak dikirim.',
    'publishing.error.certificate-dates.do':
      'Periksa dahulu tanggal komputer ini. Bila benar, minta pengelola situs memperbarui sertifikat HTTPS, lalu Kirim lagi.',
    'publishing.error.log-in-wall': 'Situs mengalihkan kami ke halaman masuk.',
    'publishing.error.log-in-wall.do':
      'Ada gerbang masuk di depan situs (SSO, mode pemeliharaan, atau jaringan tamu). Minta pintu API-nya (/wp-json/ di WordPress, /ghost/api/ di Ghost) dibebaskan dari gerbang itu.',
    'publishing.error.firewall': 'Tembok api atau pengaya keamanan di depan situs menolak kami.',
    'publishing.error.firewall.do':
      'Minta pengelola situs mengizinkan alamat komputer ini, atau membuka pintu API-nya (/wp-json/ di WordPress, /ghost/api/ di Ghost). Nama temboknya ada di rincian teknis.',
    'publishing.error.not-this-kind-of-site': 'Di alamat ini tidak ada situs dari jenis yang dipilih.',
    'publishing.error.not-this-kind-of-site.do':
      'Buka pengaturan target dan tulis alamat situsnya saja, misalnya https://seruji.co.id.',
    'publishing.error.rest-blocked': 'Situs menutup pintu REST yang dipakai Redaksi.',
    'publishing.error.rest-blocked.do':
      'Biasanya pengaya keamanan atau hosting. Minta pengelola situs membuka /wp-json/ bagi pengguna yang masuk.',
    'publishing.error.basic-auth-blocked': 'Hosting membuang sandi sebelum sampai ke WordPress.',
    'publishing.error.basic-auth-blocked.do':
      'Minta pengelola situs meneruskan tajuk Authorization ke PHP, lalu uji sambungan di pengaturan target.',
    'publishing.error.wrong-password': 'Nama pengguna atau sandi aplikasi ditolak.',
    'publishing.error.wrong-password.do':
      'Buat sandi aplikasi baru di profil pengguna WordPress, tempel di pengaturan target, lalu Kirim lagi.',
    'publishing.error.rights-missing': 'Pengguna ini tidak berhak menerbitkan di situs itu.',
    'publishing.error.rights-missing.do':
      'Minta pengelola situs memberi peran Penulis atau Editor, atau pakai pengguna lain di pengaturan target.',
    'publishing.error.rejected': 'Situs menolak isi kiriman.',
    'publishing.error.rejected.do':
      'Baca alasan situs di rincian teknis, perbaiki naskahnya, lalu terbitkan lagi.',
    'publishing.error.not-stored': 'Pangkalan data situs tidak mau menyimpan tulisan ini.',
    'publishing.error.not-stored.do':
      'Biasanya judul atau ringkasannya terlalu panjang, atau ada emoji yang tak dikenal. Perbaiki naskahnya, lalu terbitkan lagi.',
    'publishing.error.too-large': 'Kiriman lebih besar dari yang diterima situs.',
    'publishing.error.too-large.do':
      'Kecilkan gambarnya, atau minta pengelola situs menaikkan batas unggah, lalu Kirim lagi.',
    'publishing.error.rate-limited': 'Situs meminta kami melambat.',
    'publishing.error.rate-limited.do': 'Kiriman dicoba lagi sendiri pada waktu yang diminta situs.',
    'publishing.error.server-error': 'Server situs sedang bermasalah.',
    'publishing.error.server-error.do':
      'Kiriman dicoba lagi sendiri. Bila lama, beri tahu pengelola situs beserta rincian teknisnya.',
    'publishing.error.unexpected-answer': 'Situs menjawab dengan sesuatu yang tidak dapat dipahami.',
    'publishing.error.unexpected-answer.do':
      'Sering karena pengaya yang menyisipkan teks ke jawaban. Uji sambungan di pengaturan target.',
    'publishing.error.comment-missing': 'Komentar ini sudah dihapus di situs.',
    'publishing.error.comment-missing.do': 'Tidak ada lagi yang perlu dilakukan; ia keluar dari daftar.',
    'publishing.error.post-missing': 'Tulisan ini sudah dihapus di situs.',
    'publishing.error.post-missing.do':
      'Tanyakan dahulu siapa yang menghapus dan mengapa. Kirim lagi akan menerbitkannya sebagai tulisan baru.',
    'publishing.error.already-there':
      'Tulisan ini sudah ada di situs, tetapi catatan di sini tidak mengenalnya karena ruang kerja dikembalikan ke keadaan lama. Tidak ada yang ditimpa.',
    'publishing.error.already-there.do':
      'Bandingkan kedua versi dan putuskan; tulisan di situs tidak akan ganda.',
    'publishing.error.changed-at-target': 'Tulisan ini diubah di situs sejak kiriman terakhir.',
    'publishing.error.changed-at-target.do':
      'Bawa perubahan yang perlu ke dalam naskah lalu terbitkan lagi, atau timpa versi di situs.',
    'publishing.error.already-public': 'Tulisan ini sudah terbit di situs.',
    'publishing.error.already-public.do':
      'Tulisan yang sudah dibaca orang tidak dapat dijadwalkan. Terbitkan pembaruannya sekarang, atau turunkan dahulu.',
    'publishing.error.held-at-target': 'Situs menyimpan tulisan ini, tetapi menahannya dari pembaca.',
    'publishing.error.held-at-target.do':
      'Biasanya alur persetujuan di situs yang menahannya. Setujui tulisannya di sana, lalu Kirim lagi.',
    'publishing.error.clock-wrong': 'Jam komputer ini dan jam situs tidak cocok.',
    'publishing.error.clock-wrong.do':
      'Jadwal akan meleset. Cocokkan jam dan tanggal komputer ini, atau minta pengelola situs mencocokkan jam servernya, lalu Kirim lagi.',
    'publishing.error.media-rejected': 'Situs menolak gambarnya.',
    'publishing.error.media-rejected.do':
      'Ganti atau simpan ulang gambarnya sebagai JPEG, lalu terbitkan lagi.',
    'publishing.error.folder-unwritable': 'Folder tujuan tidak dapat ditulisi.',
    'publishing.error.folder-unwritable.do':
      'Periksa apakah foldernya ada dan boleh ditulisi, atau pilih folder lain di pengaturan target.',
    'publishing.error.disk-full': 'Diska penuh.',
    'publishing.error.disk-full.do': 'Kosongkan ruang di diska, lalu tekan Kirim lagi. Naskahnya aman.',
    'publishing.error.schedule-missed': 'Waktunya lewat, tetapi situs tidak menerbitkannya.',
    'publishing.error.schedule-missed.do':
      'Tekan Terbitkan sekarang. Bila sering terjadi, minta pengelola situs memeriksa penjadwalnya (WP-Cron di WordPress).',
    'publishing.error.replaced': 'Digantikan kiriman yang lebih baru.',
    'publishing.error.replaced.do': 'Tidak perlu tindakan.',
    'publishing.error.still-scheduled':
      'Target dilepas, tetapi situsnya tidak dapat dihubungi: situs tetap akan menerbitkan tulisan ini pada waktunya.',
    'publishing.error.still-scheduled.do': 'Masuk ke situs dan batalkan jadwal tulisan ini di sana.',
    'publishing.error.cut-short': 'Redaksi berhenti di tengah pengiriman.',
    'publishing.error.cut-short.do':
      'Tidak perlu tindakan: lebih dahulu diperiksa apakah yang tadi sudah tiba, lalu pengiriman dilanjutkan.',
    'publishing.error.not-publishable': 'Naskah ini belum boleh terbit.',
    'publishing.error.not-publishable.do':
      'Buka naskahnya, bereskan yang disebut di bawah, lalu terbitkan lagi.',
    'publishing.error.secret-missing': 'Sandi atau kunci untuk target ini belum ada.',
    'publishing.error.secret-missing.do':
      'Isi sandi atau kuncinya di pengaturan target, lalu tekan Kirim lagi.',
    'publishing.error.picture-missing': 'Berkas gambar naskah ini hilang dari folder data.',
    'publishing.error.picture-missing.do': 'Buka naskah, pasang gambarnya sekali lagi, lalu terbitkan.',
  },
  en: {
    'publishing.error.unreachable': 'The site could not be reached.',
    'publishing.error.unreachable.do':
      'Check the internet connection. The delivery is kept and tried again by itself, with growing pauses.',
    'publishing.error.name-not-found': 'The name of the site was not found on the internet.',
    'publishing.error.name-not-found.do':
      'Check the address in the target settings, or the connection. The delivery is tried again by itself.',
    'publishing.error.timed-out': 'The site took too long to answer.',
    'publishing.error.timed-out.do':
      'It is tried again by itself; before sending anew, Redaksi looks whether the last try arrived after all.',
    'publishing.error.certificate':
      'The security certificate of the site is not valid, so no password was sent there.',
    'publishing.error.certificate.do':
      'Ask whoever runs the site to renew its HTTPS certificate, then press Send again.',
    'publishing.error.certificate-dates':
      'The security certificate of the site has run out or is not valid yet, so no password was sent there.',
    'publishing.error.certificate-dates.do':
      'First see that the date of this computer is right. If it is, ask whoever runs the site to renew its HTTPS certificate, then Send again.',
    'publishing.error.log-in-wall': 'The site sends us to a log-in page.',
    'publishing.error.log-in-wall.do':
      'There is a gate before the site (single sign-on, maintenance mode, a guest network). Ask for the door of its API (/wp-json/ of WordPress, /ghost/api/ of Ghost) to be let through it.',
    'publishing.error.firewall': 'A firewall or a security plugin before the site turns us away.',
    'publishing.error.firewall.do':
      'Ask whoever runs the site to allow the address of this computer, or to open the door of its API (/wp-json/ of WordPress, /ghost/api/ of Ghost). Its name is in the technical details.',
    'publishing.error.not-this-kind-of-site': 'There is no site of the chosen kind at this address.',
    'publishing.error.not-this-kind-of-site.do':
      'Open the target settings and give the address of the site alone, such as https://seruji.co.id.',
    'publishing.error.rest-blocked': 'The site shuts the REST door that Redaksi uses.',
    'publishing.error.rest-blocked.do':
      'Mostly a security plugin or the host. Ask for /wp-json/ to be opened for users who are logged in.',
    'publishing.error.basic-auth-blocked': 'The host drops the password before WordPress sees it.',
    'publishing.error.basic-auth-blocked.do':
      'Ask for the Authorization header to be passed to PHP, then test the connection in the target settings.',
    'publishing.error.wrong-password': 'User name or application password was refused.',
    'publishing.error.wrong-password.do':
      'Make a new application password in the WordPress profile, paste it into the target settings, then Send again.',
    'publishing.error.rights-missing': 'This user may not publish at that site.',
    'publishing.error.rights-missing.do':
      'Ask for the role Author or Editor, or use another user in the target settings.',
    'publishing.error.rejected': 'The site refused what was sent.',
    'publishing.error.rejected.do':
      'Read the reason of the site in the technical details, mend the article and publish it again.',
    'publishing.error.not-stored': 'The database of the site would not store the post.',
    'publishing.error.not-stored.do':
      'Mostly the headline or dek is too long, or there is an emoji it does not know. Mend the article and publish again.',
    'publishing.error.too-large': 'The delivery is larger than the site takes.',
    'publishing.error.too-large.do':
      'Make the pictures smaller, or ask for a higher upload limit, then press Send again.',
    'publishing.error.rate-limited': 'The site asks us to slow down.',
    'publishing.error.rate-limited.do': 'It is tried again by itself at the time the site named.',
    'publishing.error.server-error': 'The server of the site is in trouble.',
    'publishing.error.server-error.do':
      'It is tried again by itself. If it goes on, tell whoever runs the site, with the technical details.',
    'publishing.error.unexpected-answer': 'The site answered with something that makes no sense.',
    'publishing.error.unexpected-answer.do':
      'Often a plugin that writes into the answer. Test the connection in the target settings.',
    'publishing.error.comment-missing': 'The comment was deleted at the site.',
    'publishing.error.comment-missing.do': 'There is nothing left to do; it leaves the list.',
    'publishing.error.post-missing': 'The post was deleted at the site.',
    'publishing.error.post-missing.do':
      'Ask first who deleted it and why. Send again publishes it as a new post.',
    'publishing.error.already-there':
      'This post stands at the site already, but the records here do not know it: the desk went back to an earlier state. Nothing was overwritten.',
    'publishing.error.already-there.do': 'Compare the two versions and decide; there will be no second post.',
    'publishing.error.changed-at-target': 'The post was changed at the site since our last delivery.',
    'publishing.error.changed-at-target.do':
      'Bring what is needed into the article and publish again, or overwrite the post.',
    'publishing.error.already-public': 'The post is public already.',
    'publishing.error.already-public.do':
      'What people have read cannot be scheduled. Publish the update now, or take the post down first.',
    'publishing.error.held-at-target': 'The site has stored the post, but keeps it from readers.',
    'publishing.error.held-at-target.do':
      'Mostly a workflow at the site that asks for approval. Approve the post there, then Send again.',
    'publishing.error.clock-wrong': 'The clock of this computer and that of the site do not agree.',
    'publishing.error.clock-wrong.do':
      'The schedule would be off. Set date and time of this computer right, or have the clock of the server set, then Send again.',
    'publishing.error.media-rejected': 'The site refused the picture.',
    'publishing.error.media-rejected.do': 'Change the picture, or save it anew as JPEG, then publish again.',
    'publishing.error.folder-unwritable': 'The folder it goes to cannot be written to.',
    'publishing.error.folder-unwritable.do':
      'See that the folder is there and may be written to, or choose another in the target settings.',
    'publishing.error.disk-full': 'The disk is full.',
    'publishing.error.disk-full.do':
      'Free some space on the disk, then press Send again. The article is safe.',
    'publishing.error.schedule-missed': 'Its time has passed, but the site did not publish it.',
    'publishing.error.schedule-missed.do':
      'Press Publish now. If it happens often, ask whoever runs the site to check its scheduler (WP-Cron of WordPress).',
    'publishing.error.replaced': 'A newer delivery took its place.',
    'publishing.error.replaced.do': 'Nothing to do.',
    'publishing.error.still-scheduled':
      'The target was removed, but the site could not be reached: it will publish this post at its time all the same.',
    'publishing.error.still-scheduled.do': 'Log in at the site and take the post off its schedule there.',
    'publishing.error.cut-short': 'Redaksi ended in the middle of sending.',
    'publishing.error.cut-short.do':
      'Nothing to do: first it is checked whether it had arrived, then the sending goes on.',
    'publishing.error.not-publishable': 'The article may not go out yet.',
    'publishing.error.not-publishable.do':
      'Open the article, settle what is named below, then publish it again.',
    'publishing.error.secret-missing': 'There is no password or key for this target.',
    'publishing.error.secret-missing.do': 'Enter it in the target settings, then press Send again.',
    'publishing.error.picture-missing': 'A picture file of this article is gone from the data folder.',
    'publishing.error.picture-missing.do': 'Open the article, place the picture once more, then publish.',
  },
});
