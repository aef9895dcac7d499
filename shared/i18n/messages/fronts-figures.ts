/** What is read most: where the figures come from and how good they are. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'fronts.figures': '{hours} jam · angka {age}',
    'fronts.figures.old': 'angka {age} terlalu lama, dipakai urutan tangan',
    'fronts.figures.none': 'belum ada angka, dipakai urutan tangan',

    'fronts.figures.open': 'Sumber angka pembaca …',
    'fronts.figures.title': 'Angka pembaca',
    'fronts.figures.text': 'Dari sini urutan terpopuler diambil, setiap seperempat jam.',
    'fronts.figures.failed': 'Pengaturan ini tidak dapat dimuat.',
    'fronts.figures.source': 'Sumber',
    'fronts.figures.source.hand': 'Tanpa angka, urutan tangan',
    'fronts.figures.source.wordpress-route': 'Alamat REST di WordPress',
    'fronts.figures.source.wordpress-comments': 'Jumlah komentar di WordPress',
    'fronts.figures.source.address': 'CSV atau JSON di satu alamat',
    'fronts.figures.window': 'Rentang (jam)',
    'fronts.figures.window.hint': 'Angka selama sekian jam terakhir.',
    'fronts.figures.site': 'Situs',
    'fronts.figures.route': 'Alamat REST',
    'fronts.figures.route.hint': 'Yang disediakan plugin statistik, sesudah /wp-json/.',
    'fronts.figures.address.hint':
      'Satu kolom menamai berita (id, url, slug), satu menghitung (count, views).',
    'fronts.figures.private': 'Izinkan alamat di jaringan sendiri',
    'fronts.figures.private.hint':
      'Hanya untuk server kantor yang dikenal; tanpa ini alamat seperti itu ditolak.',
    'fronts.figures.now': 'Angka {age}: {count} naskah, {passedOver} baris dilewati.',
    'fronts.figures.never': 'Belum ada angka yang masuk.',
    'fronts.figures.refresh': 'Ambil sekarang',
    'fronts.figures.error': 'Angkanya tidak dapat diambil: {detail}. Dicoba lagi nanti.',
    'fronts.figures.error.http-status': 'Alamat itu menjawab {detail}. Periksa alamatnya.',
    'fronts.figures.error.no-figures': 'Jawabannya tidak memuat angka yang dikenal ({detail}).',
    'fronts.figures.error.private-address':
      'Alamat ini menunjuk ke jaringan sendiri ({detail}). Bila memang server kantor, izinkan di atas.',
    'fronts.figures.error.bad-address': 'Ini bukan alamat yang dapat dibuka ({detail}). Periksa alamatnya.',
    'fronts.figures.error.name-not-found': 'Nama server itu tidak dikenal ({detail}). Periksa alamatnya.',
    'fronts.figures.error.unreachable': 'Server itu tidak dapat dihubungi ({detail}). Dicoba lagi nanti.',
    'fronts.figures.error.timed-out-network':
      'Server itu tidak menjawab pada waktunya ({detail}). Dicoba lagi nanti.',
    'fronts.figures.error.certificate':
      'Sertifikat server itu tidak dapat dipercaya ({detail}). Hubungi pengelolanya.',
    'fronts.figures.error.redirect-loop':
      'Alamat itu terus mengalihkan ke alamat lain ({detail}). Periksa alamatnya.',
    'fronts.figures.error.too-large':
      'Jawabannya lebih dari 5 MB ({detail}). Minta berkas yang lebih pendek.',
  },
  en: {
    'fronts.figures': '{hours} hours · figures {age}',
    'fronts.figures.old': 'figures {age}, too old: in the order set by hand',
    'fronts.figures.none': 'no figures yet: in the order set by hand',

    'fronts.figures.open': 'Source of the figures …',
    'fronts.figures.title': 'What is read most',
    'fronts.figures.text': 'The order of what is read most comes from here, every quarter of an hour.',
    'fronts.figures.failed': 'This could not be loaded.',
    'fronts.figures.source': 'Source',
    'fronts.figures.source.hand': 'No figures, in the order set by hand',
    'fronts.figures.source.wordpress-route': 'A REST route of a WordPress',
    'fronts.figures.source.wordpress-comments': 'Number of comments at a WordPress',
    'fronts.figures.source.address': 'CSV or JSON at an address',
    'fronts.figures.window': 'Window (hours)',
    'fronts.figures.window.hint': 'Figures of the last so many hours.',
    'fronts.figures.site': 'Site',
    'fronts.figures.route': 'REST route',
    'fronts.figures.route.hint': 'As a statistics plugin offers it, after /wp-json/.',
    'fronts.figures.address.hint': 'One column names the story (id, url, slug), one counts (count, views).',
    'fronts.figures.private': 'Allow an address in our own network',
    'fronts.figures.private.hint':
      'Only for an office server that is known; without it such addresses are refused.',
    'fronts.figures.now': 'Figures {age}: {count} stories, {passedOver} rows passed over.',
    'fronts.figures.never': 'No figures have come in yet.',
    'fronts.figures.refresh': 'Fetch now',
    'fronts.figures.error': 'The figures could not be fetched: {detail}. It is tried again later.',
    'fronts.figures.error.http-status': 'The address answered {detail}. Check the address.',
    'fronts.figures.error.no-figures': 'The answer holds no figures that are known ({detail}).',
    'fronts.figures.error.private-address':
      'This address points into our own network ({detail}). If it is an office server, allow it above.',
    'fronts.figures.error.bad-address':
      'This is not an address that can be opened ({detail}). Check the address.',
    'fronts.figures.error.name-not-found': 'That server’s name is not known ({detail}). Check the address.',
    'fronts.figures.error.unreachable': 'That server cannot be reached ({detail}). It will be tried again.',
    'fronts.figures.error.timed-out-network':
      'That server did not answer in time ({detail}). It will be tried again.',
    'fronts.figures.error.certificate':
      'That server’s certificate cannot be trusted ({detail}). Ask whoever runs it.',
    'fronts.figures.error.redirect-loop':
      'That address keeps leading elsewhere ({detail}). Check the address.',
    'fronts.figures.error.too-large': 'The answer is larger than 5 MB ({detail}). Ask for a shorter file.',
  },
});
