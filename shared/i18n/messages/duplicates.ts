/** Copies of one story from several sources: the entry they share in the inbox, comparing, parting and folding them. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'duplicates.row': 'Juga dari {names}',
    'duplicates.sources': 'Sumber berita ini',
    'duplicates.open': '{source}, {time}',
    'duplicates.next': 'Sumber berikutnya dari berita ini',
    'duplicates.compare': 'Bandingkan sumber',
    'duplicates.compare.title': 'Berita yang sama dari dua sumber',
    'duplicates.compare.left': 'Dari',
    'duplicates.compare.right': 'Dibanding',
    'duplicates.separate': 'Pisahkan',
    'duplicates.separate.command': 'Pisahkan berita ini dari berita serupa',
    'duplicates.separated': 'Berita dipisahkan dan berdiri sendiri.',
    'duplicates.join': 'Gabungkan',
    'duplicates.join.command': 'Gabungkan berita yang dipilih menjadi satu',
    'duplicates.joined': 'Berita digabungkan menjadi satu.',
    'duplicates.setting': 'Berita yang sama',
    'duplicates.settingText':
      'Berita yang sama dari beberapa sumber berdiri sebagai satu baris di kotak masuk, dengan sumber lainnya di sampingnya. Tidak ada yang hilang; tiap salinan tetap dapat dibuka, dibandingkan dan dipisahkan.',
    'duplicates.setting.folded': 'Satu baris',
    'duplicates.setting.apart': 'Masing-masing',
  },
  en: {
    'duplicates.row': 'Also from {names}',
    'duplicates.sources': 'Sources of this story',
    'duplicates.open': '{source}, {time}',
    'duplicates.next': 'Next source of this story',
    'duplicates.compare': 'Compare sources',
    'duplicates.compare.title': 'The same story from two sources',
    'duplicates.compare.left': 'From',
    'duplicates.compare.right': 'Compared with',
    'duplicates.separate': 'Part',
    'duplicates.separate.command': 'Part this story from those like it',
    'duplicates.separated': 'The story stands by itself now.',
    'duplicates.join': 'Fold together',
    'duplicates.join.command': 'Fold the chosen stories into one',
    'duplicates.joined': 'The stories are folded into one.',
    'duplicates.setting': 'The same story',
    'duplicates.settingText':
      'The same story from several sources stands as one row in the inbox, with the other sources beside it. Nothing is lost; each copy can still be opened, compared and parted.',
    'duplicates.setting.folded': 'One row',
    'duplicates.setting.apart': 'Each by itself',
  },
});
