/** What the gate says of credits and licences before something goes out: what is not so, and what to do next. */
import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({
  id: {
    'publish.reason.rights-credit-missing':
      'Kredit kosong, padahal {detail} harus disebut. Isi baris kreditnya; di Periksa ia siap dipakai.',
    'publish.reason.rights-credit-other':
      'Kredit tidak menyebut {detail} seperti yang diminta. Betulkan di Periksa, atau terima di sana dengan catatan.',
    'publish.reason.rights-source-ended':
      'Izin memakai {detail} sudah berakhir saat naskah terbit. Ganti sumbernya, atau perbarui izinnya di pengaturan sumber.',
    'publish.reason.rights-share':
      'Naskah {detail} dipakai lebih banyak dari yang diizinkan. Tulis ulang atau kurangi; Periksa menyebut berapa.',
    'publish.reason.rights-picture-credit-missing':
      'Foto {detail} tanpa kredit, padahal haknya memintanya. Isi kredit di bawah fotonya.',
    'publish.reason.rights-picture-credit-other':
      'Kredit foto {detail} tidak menyebut yang diminta haknya. Betulkan di bawah fotonya.',
    'publish.reason.rights-picture-ended':
      'Izin foto {detail} sudah berakhir saat naskah terbit. Ganti fotonya, atau perbarui haknya di bawah foto bila diperpanjang.',
    'publish.reason.rights-picture-archive':
      'Foto {detail} hanya untuk arsip. Ganti fotonya, atau ubah haknya di bawah foto bila sudah ada izin.',
  },
  en: {
    'publish.reason.rights-credit-missing':
      'The credit is empty, and {detail} has to be named. Fill in the credit line; the checks have it ready.',
    'publish.reason.rights-credit-other':
      'The credit does not name {detail} as asked for. Mend it in the checks, or accept it there with a note.',
    'publish.reason.rights-source-ended':
      'The licence of {detail} has ended when this goes out. Use another source, or renew its licence in the source’s settings.',
    'publish.reason.rights-share':
      'More of {detail} is used than its licence allows. Rewrite or cut; the checks say how much.',
    'publish.reason.rights-picture-credit-missing':
      'Picture {detail} has no credit, and its rights ask for one. Fill in the credit below the picture.',
    'publish.reason.rights-picture-credit-other':
      'The credit of picture {detail} does not name whom its rights ask for. Mend it below the picture.',
    'publish.reason.rights-picture-ended':
      'The licence of picture {detail} has ended when this goes out. Use another, or renew its rights below the picture if it was extended.',
    'publish.reason.rights-picture-archive':
      'Picture {detail} is for the archive only. Use another, or change its rights below the picture once there is leave.',
  },
});
