import { defineMessages } from '../define-messages.ts';

/** Whether a server is the one it says it is: keys of SFTP servers, certificates of all others. */
export const messages = defineMessages({
  id: {
    'sources.error.certificate': 'sertifikat',
    'sources.error.certificate.do':
      'Sertifikat server tidak dijamin siapa pun, dibuat untuk nama lain, atau sudah habis masanya, jadi sandi tidak dikirim dan kirimannya tidak diambil. Tanyakan sidik jari sertifikatnya kepada pengelola sumber.',
    'sources.error.host-key-changed': 'kunci server lain',
    'sources.error.host-key-changed.do':
      'Server menunjukkan kunci yang lain daripada sebelumnya. Bisa jadi servernya diganti, bisa jadi ada yang menyamar. Tanyakan kepada pengelolanya, lalu terima kunci baru bila benar.',
    'sources.error.no-encryption': 'tanpa enkripsi',
    'sources.error.no-encryption.do':
      'Server tidak menawarkan sambungan terenkripsi, jadi sandinya tidak dikirim. Pilih enkripsi lain lewat Ubah bila memang begitu.',
    'sources.trust.hostKey': 'Terima kunci baru',
    'sources.trust.hostKey.done': 'Kunci baru {name} diterima.',
    'sources.trust.certificate': 'Percayai sertifikat ini',
    'sources.trust.certificate.done':
      'Sertifikat {name} dipercaya. Hanya sertifikat itu yang diterima dari server ini.',
    'error.invalid.not-shown':
      'Server sudah menunjukkan sertifikat lain. Periksa sekali lagi, lalu putuskan.',
  },
  en: {
    'sources.error.certificate': 'certificate',
    'sources.error.certificate.do':
      'Nobody vouches for the certificate of the server, it was made out to another name, or it has run out; so no password was sent and nothing taken. Ask whoever runs the source for the fingerprint of its certificate.',
    'sources.error.host-key-changed': 'other server key',
    'sources.error.host-key-changed.do':
      'The server shows another key than before. It may have been replaced, or somebody may pose as it. Ask whoever runs it, and take the new key if it is right.',
    'sources.error.no-encryption': 'no encryption',
    'sources.error.no-encryption.do':
      'The server offers no encryption, so the password was not sent. Choose another encryption under Edit if that is how it should be.',
    'sources.trust.hostKey': 'Take the new key',
    'sources.trust.hostKey.done': 'The new key of {name} is taken.',
    'sources.trust.certificate': 'Trust this certificate',
    'sources.trust.certificate.done':
      'The certificate of {name} is trusted. No other one is taken from this server.',
    'error.invalid.not-shown': 'The server has shown another certificate since. Check it again, then decide.',
  },
});
