/** The words in which a house corrects or withdraws a story, after its own template. Pure. */
import type { CorrectionsSettings, WithdrawalGround } from '../contract/corrections.ts';
import { translate } from '../i18n/translate.ts';
import { fillIn } from './autotext.ts';
import { formatDateTime } from './indonesian-dates.ts';

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Words that a template puts in quotation marks: the full stop of their sentence belongs to the template. */
function quoted(text: string): string {
  return tidy(text).replace(/\.$/, '');
}

/** `at` in milliseconds since 1970, `offsetMinutes` of the house's zone. Where nothing stood there `{salah}` says so. */
export function correctionText(
  { correctionText: template, apologyText }: CorrectionsSettings,
  { wrong, right, apology }: { wrong: string; right: string; apology: boolean },
  at: number,
  offsetMinutes: number,
): string {
  return tidy(
    fillIn(template, {
      waktu: formatDateTime(at, offsetMinutes),
      salah: quoted(wrong) || translate('id', 'site.correction.missing'),
      benar: quoted(right),
      maaf: apology ? apologyText : '',
    }),
  );
}

/** `at` in milliseconds since 1970, `offsetMinutes` of the house's zone. */
export function withdrawalText(
  { withdrawalText: template }: CorrectionsSettings,
  ground: WithdrawalGround,
  at: number,
  offsetMinutes: number,
): string {
  return tidy(
    fillIn(template, {
      waktu: formatDateTime(at, offsetMinutes),
      alasan: translate('id', `site.withdrawal.${ground}`),
    }),
  );
}
