/** A long import of wire copy: how far it is, and stopping it. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'importProgress.title': 'Membaca {name}',
    'importProgress.files': 'Berkas {number} dari {count}: {name}',
    'importProgress.source': '{name}: berkas {number} dari {count}',
    'importProgress.stopped':
      '{name} dihentikan dan dijeda. Yang sudah masuk tetap ada; lanjutkan lewat menunya.',
    'importProgress.bar': 'Kemajuan impor',
    'importProgress.stories': '{stories} berita',
    'importProgress.rate': '{rate} berita/detik',
    'importProgress.ends': 'selesai pukul {time}',
    'importProgress.cancel': 'Hentikan',
    'importProgress.cancelled': 'Impor dihentikan. Yang sudah masuk tetap ada.',
    'importProgress.line': '{name}: {done} dari {of} berita, {rate} berita/detik, selesai pukul {time}',
    'importProgress.lineStart': '{name}: {done} dari {of} berita',
  },
  en: {
    'importProgress.title': 'Reading {name}',
    'importProgress.files': 'File {number} of {count}: {name}',
    'importProgress.source': '{name}: file {number} of {count}',
    'importProgress.stopped': '{name} is stopped and paused. What had come in stays; go on from its menu.',
    'importProgress.bar': 'Progress of the import',
    'importProgress.stories': '{stories} {stories|story|stories}',
    'importProgress.rate': '{rate} {rate|story|stories} a second',
    'importProgress.ends': 'done at {time}',
    'importProgress.cancel': 'Stop',
    'importProgress.cancelled': 'The import was stopped. What had come in stays.',
    'importProgress.line': '{name}: {done} of {of} {of|story|stories}, {rate} a second, done at {time}',
    'importProgress.lineStart': '{name}: {done} of {of} {of|story|stories}',
  },
});
