/** Copy from elsewhere and copy taken away: imports, pastes, exports. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'import.command': 'Impor naskah dari berkas…',
    'import.button': 'Impor',
    'import.hint': 'Word (.docx), Markdown, HTML atau teks menjadi naskah',
    'import.drop': 'Jatuhkan untuk menjadikannya naskah',
    'import.dropText': 'Word (.docx), Markdown, HTML, teks',
    'import.working': 'Mengimpor {count} berkas …',
    'import.done': '{name} menjadi naskah.',
    'import.done.many': '{count} berkas menjadi naskah.',
    'import.failed': '{name}: {reason}',
    'import.leftOut': 'Tidak ikut: {parts}.',
    'import.leftOut.comments': '{count} komentar',
    'import.leftOut.deletions': '{count} coretan perubahan terlacak',
    'import.leftOut.formulas': '{count} rumus',
    'import.leftOut.drawings': '{count} bagan atau objek',
    'import.leftOut.margins': '{count} kop atau kaki halaman',
    'import.leftOut.pictures': '{count} gambar',

    'paste.command': 'Tempel sebagai teks ({keys})',
    'paste.unreadable': 'Papan klip tidak boleh dibaca dari sini. Tekan {keys} di dalam naskah.',
    'paste.unreachable':
      '{count} gambar tidak ikut: letaknya di berkas atau program lain. Seret gambarnya ke naskah.',
    'paste.tooLarge':
      'Isi papan klip terlalu besar untuk ditempel sekaligus. Tempel sebagian-sebagian, atau simpan sebagai berkas lalu impor.',
    'paste.failed':
      'Isi papan klip tidak terbaca, jadi naskah tidak diubah. Coba tempel sebagai teks (Ctrl+Shift+V).',

    'export.open': 'Ambil sebagai berkas',
    'export.docx': 'Word (.docx)',
    'export.md': 'Markdown (.md)',
    'export.html': 'Halaman (.html)',
    'export.txt': 'Teks (.txt)',
    'export.pdf': 'PDF halaman (.pdf)',
    'export.pdf.done': 'PDF tersimpan.',
    'export.pdf.failed':
      'PDF tidak dapat ditulis. Periksa apakah folder itu bisa ditulisi dan berkasnya tidak sedang dibuka, lalu coba lagi.',
    'export.printOnly': 'Cetak…',
    'export.print': 'Cetak atau simpan PDF…',
    'export.print.hint': 'lewat dialog cetak',
    'export.unsaved':
      'Kata-kata terakhir belum tersimpan, jadi belum diambil. Tunggu sampai tersimpan, lalu coba lagi.',
    'export.command': 'Ambil sebagai {format}',
    'export.done': '{name} ada di unduhan.',
    'export.creditLabel': 'Foto: ',
    'export.relatedLabel': 'Baca juga:',
    'export.mapName': 'Peta',

    'error.read.broken': 'Berkasnya rusak atau terpotong. Minta kiriman ulang, lalu coba lagi.',
    'error.read.encrypted': 'Berkasnya terkunci sandi. Buka di Word, simpan tanpa sandi, lalu coba lagi.',
    'error.read.zip-bomb':
      'Isi berkas ini jauh lebih besar daripada naskah mana pun, jadi tidak dibuka. Jangan buka dengan program lain sebelum pengirimnya dipastikan.',
    'error.read.pdf': 'Ini PDF. Salin teksnya di pembaca PDF, lalu tempel ke naskah.',
    'error.read.picture': 'Ini gambar. Jatuhkan ke dalam naskah, bukan ke daftar.',
    'error.read.other-word-processor':
      'Bentuk ini (.doc, .rtf, .odt, lembar kerja) belum terbaca. Simpan sebagai .docx, lalu coba lagi.',
    'error.read.wire-copy': 'Ini kiriman kawat. Impor di Kawat, lalu tekan Tulis dari kawat.',
    'error.read.not-a-manuscript': 'Ini bukan Word (.docx), Markdown, HTML atau teks.',
  },
  en: {
    'import.command': 'Import an article from a file…',
    'import.button': 'Import',
    'import.hint': 'Word (.docx), Markdown, HTML or text becomes an article',
    'import.drop': 'Drop to make it an article',
    'import.dropText': 'Word (.docx), Markdown, HTML, text',
    'import.working': 'Importing {count} {count|file|files} …',
    'import.done': '{name} is an article now.',
    'import.done.many': '{count} files are articles now.',
    'import.failed': '{name}: {reason}',
    'import.leftOut': 'Left out: {parts}.',
    'import.leftOut.comments': '{count} {count|comment|comments}',
    'import.leftOut.deletions': '{count} tracked {count|deletion|deletions}',
    'import.leftOut.formulas': '{count} {count|formula|formulas}',
    'import.leftOut.drawings': '{count} {count|chart or object|charts or objects}',
    'import.leftOut.margins': '{count} page {count|header or footer|headers or footers}',
    'import.leftOut.pictures': '{count} {count|picture|pictures}',

    'paste.command': 'Paste as text ({keys})',
    'paste.unreadable': 'The clipboard may not be read from here. Press {keys} inside the article.',
    'paste.unreachable':
      '{count} {count|picture|pictures} left out: inside a file or program that cannot be reached. Drag {count|it|them} into the article.',
    'paste.tooLarge':
      'There is too much on the clipboard to paste at once. Paste it in parts, or save it as a file and import that.',
    'paste.failed':
      'What is on the clipboard could not be read, so the article is unchanged. Try pasting as text (Ctrl+Shift+V).',

    'export.open': 'Take away as a file',
    'export.docx': 'Word (.docx)',
    'export.md': 'Markdown (.md)',
    'export.html': 'Page (.html)',
    'export.txt': 'Text (.txt)',
    'export.pdf': 'PDF of the page (.pdf)',
    'export.pdf.done': 'The PDF is saved.',
    'export.pdf.failed':
      'The PDF could not be written. See whether the folder can be written to and the file is not open elsewhere, then try again.',
    'export.printOnly': 'Print…',
    'export.print': 'Print or save as PDF…',
    'export.print.hint': 'by the print dialog',
    'export.unsaved':
      'The last words are not stored yet, so nothing was taken away. Wait until they are, then try again.',
    'export.command': 'Take away as {format}',
    'export.done': '{name} is in the downloads.',
    'export.creditLabel': 'Photo: ',
    'export.relatedLabel': 'Read also:',
    'export.mapName': 'Map',

    'error.read.broken': 'The file is damaged or cut off. Ask for it again, then try once more.',
    'error.read.encrypted':
      'The file is locked by a password. Open it in Word, save it without one, then try again.',
    'error.read.zip-bomb':
      'What is inside this file is far larger than any manuscript, so it was not opened. Do not open it elsewhere before you know its sender.',
    'error.read.pdf': 'This is a PDF. Copy its text in a PDF reader, then paste it into an article.',
    'error.read.picture': 'This is a picture. Drop it into an article, not on the list.',
    'error.read.other-word-processor':
      'This form (.doc, .rtf, .odt, a spreadsheet) cannot be read yet. Save it as .docx, then try again.',
    'error.read.wire-copy': 'This is wire copy. Import it in the Wire, then press Write from wire.',
    'error.read.not-a-manuscript': 'This is no Word file (.docx), Markdown, HTML or text.',
  },
});
