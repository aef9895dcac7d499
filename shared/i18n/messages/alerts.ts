/** How flash copy is made known. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'news.flash': 'KILAT · {source}',
    'alerts.title': 'Berita kilat',
    'alerts.text': 'Kiriman dengan urgensi 1, atau yang judulnya dibuka dengan KILAT, FLASH, atau BREAKING.',
    'alerts.own': 'Atur sendiri untuk {name}',
    'alerts.own.house': 'Sekarang memakai aturan rumah; yang diubah di bawah berlaku untuk semua orang.',
    'alerts.own.hint': 'Yang diubah di bawah berlaku untuk Anda saja.',
    'alerts.sound': 'Bunyikan',
    'alerts.notify': 'Tampilkan pemberitahuan sistem',
    'alerts.allow': 'Izinkan pemberitahuan di peramban ini',
    'alerts.denied': 'Peramban ini menolak pemberitahuan; ubah di pengaturan situsnya.',
    'alerts.quiet': 'Jam tenang',
    'alerts.quiet.hint': 'Tanpa bunyi dan tanpa pemberitahuan sistem; daftar pemberitahuan tetap terisi.',
    'alerts.quiet.from': 'Dari',
    'alerts.quiet.to': 'Sampai',
  },
  en: {
    'news.flash': 'FLASH · {source}',
    'alerts.title': 'Flash copy',
    'alerts.text': 'Stories of urgency 1, or whose headline opens with KILAT, FLASH or BREAKING.',
    'alerts.own': 'My own choice for {name}',
    'alerts.own.house': 'The house’s choice is in force; what is changed below holds for everybody.',
    'alerts.own.hint': 'What is changed below holds for you alone.',
    'alerts.sound': 'Play a sound',
    'alerts.notify': 'Show a notification of the system',
    'alerts.allow': 'Allow notifications in this browser',
    'alerts.denied': 'This browser refuses notifications; change it in the settings of the site.',
    'alerts.quiet': 'Quiet hours',
    'alerts.quiet.hint':
      'No sound and no notification of the system; the list of notifications is filled all the same.',
    'alerts.quiet.from': 'From',
    'alerts.quiet.to': 'To',
  },
});
