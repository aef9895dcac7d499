/** How the house words its corrections and withdrawals. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'settings.page.ralat': 'Ralat & pencabutan',
    'settings.page.ralat.text':
      'Kata-kata rumah ini untuk meralat dan mencabut berita. Yang sudah terbit tetap seperti waktu diterbitkan.',
    'settings.go.ralat': 'Pengaturan: Ralat & pencabutan',
    'settings.corrections.text':
      'Menyebut kapan, apa yang salah, dan apa yang benar (Pedoman Pemberitaan Media Siber §4).',
    'settings.corrections.correctionText': 'Kalimat ralat',
    'settings.corrections.correctionText.hint': 'Diisi sendiri: {names}',
    'settings.corrections.apologyText': 'Permohonan maaf',
    'settings.corrections.apologyText.hint': 'Mengganti {name} bila isi beritanya keliru.',
    'settings.corrections.placement.hint': 'Dapat diganti pada tiap ralat.',
    'settings.corrections.withdrawal':
      'Pengumuman dengan alasannya menggantikan berita yang dicabut, di alamat yang sama (Pedoman §5).',
    'settings.corrections.withdrawalText': 'Kalimat pencabutan',
    'settings.corrections.withdrawalText.hint': 'Diisi sendiri: {names}',
    'settings.corrections.example.headline': 'Ekspor naik',
    'settings.corrections.example.wrong': 'Nilainya Rp1 triliun.',
    'settings.corrections.example.right': 'Nilainya Rp1,16 triliun.',
  },
  en: {
    'settings.page.ralat': 'Corrections',
    'settings.page.ralat.text':
      'In which words this house corrects and withdraws. What has gone out stays as it went out.',
    'settings.go.ralat': 'Settings: Corrections',
    'settings.corrections.text':
      'Tells when, what was wrong and what is right (Pedoman Pemberitaan Media Siber §4).',
    'settings.corrections.correctionText': 'Words of a correction',
    'settings.corrections.correctionText.hint': 'Filled in: {names}',
    'settings.corrections.apologyText': 'Apology',
    'settings.corrections.apologyText.hint': 'Stands for {name} where the substance was wrong.',
    'settings.corrections.placement.hint': 'Can be chosen anew for each correction.',
    'settings.corrections.withdrawal':
      'The announcement with its ground takes the place of a withdrawn story, at the same address (Pedoman §5).',
    'settings.corrections.withdrawalText': 'Words of a withdrawal',
    'settings.corrections.withdrawalText.hint': 'Filled in: {names}',
    'settings.corrections.example.headline': 'Exports rise',
    'settings.corrections.example.wrong': 'They are worth Rp1 trillion.',
    'settings.corrections.example.right': 'They are worth Rp1.16 trillion.',
  },
});
