/** The notifications: what the core tells, and what the messages of a window said. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'news.urgent': 'Mendesak · {source}',
    'news.several': '{count} kiriman kawat perlu dilihat',
    'news.withdrawn': 'Ditarik sumbernya; ada naskah yang memakainya',
    'news.delivery-failed': 'Gagal terbit ke {target}',
    'news.delivery-conflict': 'Berubah di {target}; tidak ditimpa',
    'news.sent': '{from} mengirim naskah kepada Anda',
    'news.sent.desk': '{from} mengirim naskah ke meja Anda',
    'news.notice': 'Folder data perlu dilihat',
    'notifications.unread': 'Pemberitahuan, {count} belum dibaca',
    'notifications.none': 'Belum ada pemberitahuan.',
    'notifications.none.text':
      'Kawat mendesak, penarikan, kiriman untuk Anda, dan penerbitan yang berhenti muncul di sini, di semua jendela.',
    'notifications.clear': 'Bersihkan',
    'notifications.open': 'Buka',
  },
  en: {
    'news.urgent': 'Urgent · {source}',
    'news.several': '{count} wire stories to look at',
    'news.withdrawn': 'Withdrawn by its source; articles use it',
    'news.delivery-failed': 'Not published to {target}',
    'news.delivery-conflict': 'Changed at {target}; not overwritten',
    'news.sent': '{from} sent you an article',
    'news.sent.desk': '{from} sent your desk an article',
    'news.notice': 'The data folder needs a look',
    'notifications.unread': 'Notifications, {count} unread',
    'notifications.none': 'No notifications yet.',
    'notifications.none.text':
      'Urgent wire stories, withdrawals, what is sent to you and deliveries that stopped appear here, in every window.',
    'notifications.clear': 'Clear',
    'notifications.open': 'Open',
  },
});
