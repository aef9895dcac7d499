/** Zone names and numeric offsets as dates in feeds and wire copy carry them. */

const HOUR = 60;

/** Offsets in minutes east of UTC. Where a name is used twice, the news trade's sense: CST, EST are North America's. */
const OFFSETS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  wib: 7 * HOUR,
  wita: 8 * HOUR,
  wit: 9 * HOUR,
  'asia/jakarta': 7 * HOUR,
  'asia/pontianak': 7 * HOUR,
  'asia/makassar': 8 * HOUR,
  'asia/jayapura': 9 * HOUR,
  ict: 7 * HOUR,
  sgt: 8 * HOUR,
  myt: 8 * HOUR,
  hkt: 8 * HOUR,
  pht: 8 * HOUR,
  awst: 8 * HOUR,
  jst: 9 * HOUR,
  kst: 9 * HOUR,
  acst: 9.5 * HOUR,
  acdt: 10.5 * HOUR,
  aest: 10 * HOUR,
  aedt: 11 * HOUR,
  nzst: 12 * HOUR,
  nzdt: 13 * HOUR,
  ist: 5.5 * HOUR,
  pkt: 5 * HOUR,
  gst: 4 * HOUR,
  msk: 3 * HOUR,
  eat: 3 * HOUR,
  trt: 3 * HOUR,
  eet: 2 * HOUR,
  eest: 3 * HOUR,
  sast: 2 * HOUR,
  cat: 2 * HOUR,
  cet: HOUR,
  cest: 2 * HOUR,
  met: HOUR,
  mest: 2 * HOUR,
  mez: HOUR,
  mesz: 2 * HOUR,
  wat: HOUR,
  bst: HOUR,
  west: HOUR,
  brt: -3 * HOUR,
  brst: -2 * HOUR,
  art: -3 * HOUR,
  nst: -3.5 * HOUR,
  ndt: -2.5 * HOUR,
  ast: -4 * HOUR,
  adt: -3 * HOUR,
  est: -5 * HOUR,
  edt: -4 * HOUR,
  et: -5 * HOUR,
  cst: -6 * HOUR,
  cdt: -5 * HOUR,
  mst: -7 * HOUR,
  mdt: -6 * HOUR,
  pst: -8 * HOUR,
  pdt: -7 * HOUR,
  akst: -9 * HOUR,
  akdt: -8 * HOUR,
  hst: -10 * HOUR,
};

/** Offset in minutes of a zone name in any case (`WIB`, `EDT`, `Asia/Makassar`), or null. */
export function readZoneName(name: string): number | null {
  const lower = name.toLowerCase();
  return Object.hasOwn(OFFSETS, lower) ? (OFFSETS[lower] ?? null) : null;
}

/** Offset in minutes of `+0700`, `+07:00`, `+7`, `-330`, `GMT+7`, `UTC-03:00`, or null where it is none that exists. */
export function readNumericZone(text: string): number | null {
  const match = /^(?:gmt|utc|ut)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (match === null) return null;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  if (hours > 14 || minutes > 59) return null;
  const size = hours * HOUR + minutes;
  return match[1] === '-' && size > 0 ? -size : size;
}
