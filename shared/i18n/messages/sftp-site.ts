/** Folders at SFTP servers, of sites and of partners: their form, what a test of them finds, what a server refuses. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'target.kind.sftp-site': 'Situs SFTP',
    'settings.target.addSftp': 'Tambah situs SFTP',
    'settings.target.new.sftp-site': 'Situs SFTP baru',
    'settings.target.sftp.host': 'Server',
    'settings.target.sftp.hostHint': 'Nama atau alamat IP, misalnya sftp.koran.id.',
    'settings.target.sftp.hostError': 'Ini bukan nama server.',
    'settings.target.sftp.port': 'Porta',
    'settings.target.sftp.portError': 'Porta adalah bilangan 1 sampai 65535.',
    'settings.target.sftp.userHint': 'Nama masuk di server itu.',
    'settings.target.sftp.secret': 'Sandi atau kunci privat',
    'settings.target.sftp.secretHint':
      'Sandi, atau seluruh isi kunci privat OpenSSH (tanpa sandi kunci). Disimpan terkunci dan tidak ditampilkan lagi.',
    'settings.target.sftp.secretMoved':
      'Servernya berganti, jadi sandi yang lama tidak dipakai. Isi sandi atau kunci baru.',
    'settings.target.sftp.folder': 'Folder di server',
    'settings.target.sftp.folderHint': 'Misalnya /var/www/koran. Kosong: folder tempat Anda masuk.',
    'settings.target.sftp.publicUrl': 'Alamat situs bagi pembaca',
    'settings.target.sftp.publicUrlHint': 'Kosong: alamat situs di halaman Rumah.',
    'settings.target.sftp.hostKey': 'Sidik jari server',
    'settings.target.sftp.hostKeyHint': 'SHA256:… Kosong: yang dilihat pada kunjungan pertama.',
    'settings.check.sftp-sign-in': 'Masuk ke server berhasil',
    'settings.check.sftp-sign-in.not': 'Masuk ke server tidak berhasil',
    'publishing.error.sign-in-refused': 'Server menolak nama, sandi, atau kuncinya.',
    'publishing.error.sign-in-refused.do':
      'Periksa nama pengguna, isi lagi sandi atau kunci privatnya di pengaturan target, lalu Kirim lagi.',
    'publishing.error.host-key-changed': 'Server ini menunjukkan kunci lain daripada dulu.',
    'publishing.error.host-key-changed.do':
      'Tidak ada yang dikirim. Tanyakan kepada pengelola server apakah kuncinya memang diganti; bila ya, buka pengaturan target, Uji sambungan, cocokkan sidik jarinya, lalu Percayai kunci baru.',
    'hostKey.known': 'Dikenal',
    'hostKey.shown': 'Ditunjukkan sekarang',
    'hostKey.trust': 'Percayai kunci baru',
    'hostKey.trusted': 'Kunci baru {name} dipercaya.',
  },
  en: {
    'target.kind.sftp-site': 'SFTP site',
    'settings.target.addSftp': 'Add SFTP site',
    'settings.target.new.sftp-site': 'New SFTP site',
    'settings.target.sftp.host': 'Server',
    'settings.target.sftp.hostHint': 'Name or IP address, such as sftp.koran.id.',
    'settings.target.sftp.hostError': 'This is no name of a server.',
    'settings.target.sftp.port': 'Port',
    'settings.target.sftp.portError': 'A port is a number from 1 to 65535.',
    'settings.target.sftp.userHint': 'The name to log in with at that server.',
    'settings.target.sftp.secret': 'Password or private key',
    'settings.target.sftp.secretHint':
      'A password, or a whole private key of OpenSSH (without a passphrase). Kept locked, never shown again.',
    'settings.target.sftp.secretMoved':
      'The server is another one, so the stored password is not used. Enter a new password or key.',
    'settings.target.sftp.folder': 'Folder at the server',
    'settings.target.sftp.folderHint': 'Such as /var/www/koran. Empty: the folder one lands in.',
    'settings.target.sftp.publicUrl': 'Address of the site for readers',
    'settings.target.sftp.publicUrlHint': 'Empty: the address of the site on the House page.',
    'settings.target.sftp.hostKey': 'Fingerprint of the server',
    'settings.target.sftp.hostKeyHint': 'SHA256:… Empty: the one seen at the first visit.',
    'settings.check.sftp-sign-in': 'Signed in at the server',
    'settings.check.sftp-sign-in.not': 'Could not sign in at the server',
    'publishing.error.sign-in-refused': 'The server refused the name, the password or the key.',
    'publishing.error.sign-in-refused.do':
      'See to the user name, enter the password or private key again in the target settings, then Send again.',
    'publishing.error.host-key-changed': 'This server shows another key than before.',
    'publishing.error.host-key-changed.do':
      'Nothing was sent. Ask whoever runs the server whether its key was changed; if so, open the target settings, Test the connection, compare the fingerprints, then Trust the new key.',
    'hostKey.known': 'Known',
    'hostKey.shown': 'Shown now',
    'hostKey.trust': 'Trust the new key',
    'hostKey.trusted': 'The new key of {name} is trusted.',
  },
});
