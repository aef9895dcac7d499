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

/** As much as the form takes on each side, in characters. */
const MOST_PROPOSED = 2000;

/** As many whole sentences as the form takes. */
function proposedSide(sentences: readonly string[]): string {
  let side = '';
  for (const sentence of sentences.map(tidy)) {
    const longer = side === '' ? sentence : `${side} ${sentence}`;
    if (sentence === '') continue;
    if (longer.length > MOST_PROPOSED) break;
    side = longer;
  }
  return side;
}

/** What was wrong and what is right, from sentences that were mended; one that only came or went has an empty other side. */
export function proposeCorrection(mended: readonly { before: string; after: string }[]): {
  wrong: string;
  right: string;
} {
  return {
    wrong: proposedSide(mended.map(({ before }) => before)),
    right: proposedSide(mended.map(({ after }) => after)),
  };
}
