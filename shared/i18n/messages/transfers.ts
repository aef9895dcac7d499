/** Files on their way to a target that take long, and looking whether all of them are there. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'transfer.title': 'Mengirim berkas ke {target}',
    'transfer.files': '{done} dari {of} berkas',
    'transfer.rate': '{rate} MB/detik',
    'transfer.ends': 'selesai pukul {time}',
    'settings.target.inspect': 'Periksa situs',
    'settings.target.inspecting': 'Memeriksa berkas di server …',
    'settings.inspection.ok': 'Situs lengkap.',
    'settings.inspection.not': 'Situs tidak seperti yang dikirim.',
    'settings.check.site-complete': 'Semua berkas kita ada di server: {count}',
    'settings.check.site-missing.not': 'Ada berkas yang hilang di server. Semuanya sedang dikirim lagi.',
    'settings.check.site-changed.not':
      'Ada berkas yang diubah orang di server. Dibiarkan seperti adanya sampai artikelnya diterbitkan lagi dan Anda memutuskan.',
    'error.invalid.nothing-to-inspect': 'Di target ini tidak ada berkas yang dapat diperiksa.',
  },
  en: {
    'transfer.title': 'Sending files to {target}',
    'transfer.files': '{done} of {of} {of|file|files}',
    'transfer.rate': '{rate} MB a second',
    'transfer.ends': 'done at {time}',
    'settings.target.inspect': 'Inspect site',
    'settings.target.inspecting': 'Looking through the files at the server …',
    'settings.inspection.ok': 'The site is complete.',
    'settings.inspection.not': 'The site is not as it was sent.',
    'settings.check.site-complete': 'All our files are at the server: {count}',
    'settings.check.site-missing.not': 'Files are gone at the server. All of them are being sent again.',
    'settings.check.site-changed.not':
      'Files were changed by somebody at the server. They stay as they are until their article is published again and you decide.',
    'error.invalid.nothing-to-inspect': 'This target has no files to look through.',
  },
});
