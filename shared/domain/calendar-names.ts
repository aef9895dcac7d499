/** Names of months and weekdays in Indonesian, English and Portuguese, in full and in the short forms feeds use. */

const MONTH_FORMS: readonly (readonly string[])[] = [
  ['januari', 'january', 'janeiro', 'jan'],
  ['februari', 'pebruari', 'february', 'fevereiro', 'feb', 'peb', 'fev'],
  ['maret', 'march', 'marco', 'mar', 'mrt'],
  ['april', 'abril', 'apr', 'abr'],
  ['mei', 'may', 'maio', 'mai'],
  ['juni', 'june', 'junho', 'jun'],
  ['juli', 'july', 'julho', 'jul'],
  ['agustus', 'august', 'agosto', 'agu', 'ags', 'agt', 'agus', 'agust', 'agst', 'aug', 'ago'],
  ['september', 'setembro', 'sep', 'sept', 'set'],
  ['oktober', 'october', 'outubro', 'okt', 'oct', 'out'],
  ['november', 'nopember', 'novembro', 'nov', 'nop'],
  ['desember', 'december', 'dezembro', 'des', 'dec', 'dez'],
];

const WEEKDAY_FORMS: readonly (readonly string[])[] = [
  ['minggu', 'ahad', 'min', 'mgg', 'sunday', 'sun', 'domingo', 'dom'],
  ['senin', 'sen', 'monday', 'mon', 'segunda', 'seg'],
  ['selasa', 'sel', 'tuesday', 'tue', 'tues', 'terca', 'ter'],
  ['rabu', 'rab', 'wednesday', 'wed', 'quarta', 'qua'],
  ['kamis', 'kam', 'thursday', 'thu', 'thur', 'thurs', 'quinta', 'qui'],
  ['jumat', 'jum', 'jmt', 'friday', 'fri', 'sexta', 'sex'],
  ['sabtu', 'sab', 'saturday', 'sat', 'sabado'],
];

export const INDONESIAN_MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

export const INDONESIAN_SHORT_MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agu',
  'Sep',
  'Okt',
  'Nov',
  'Des',
] as const;

export const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const INDONESIAN_WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

export const ENGLISH_WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

function indexForms(forms: readonly (readonly string[])[], first: number): ReadonlyMap<string, number> {
  return new Map(forms.flatMap((names, index) => names.map((name) => [name, index + first] as const)));
}

const MONTHS_BY_NAME = indexForms(MONTH_FORMS, 1);
const WEEKDAYS_BY_NAME = indexForms(WEEKDAY_FORMS, 0);

/** Lower case, no accents, no apostrophe (`Jum'at`), no `-feira`, no closing full stop. */
function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`ʼ]/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[- ]feira$/, '')
    .replace(/\.$/, '');
}

/** Month 1–12 of an Indonesian, English or Portuguese name (`Agustus`, `Agu.`, `Out`), or null. */
export function parseMonthName(name: string): number | null {
  return MONTHS_BY_NAME.get(foldName(name)) ?? null;
}

/** Weekday 0 (Sunday, Minggu) – 6 (Saturday, Sabtu) of an Indonesian, English or Portuguese name, or null. */
export function parseWeekdayName(name: string): number | null {
  return WEEKDAYS_BY_NAME.get(foldName(name)) ?? null;
}
