/** Figures of what is read most, as statistics plugins and exports give them: JSON of many shapes, or CSV. Pure. */

export interface Figure {
  /** What the row calls the story: an id, an address, a slug; each may be the one we know. */
  names: string[];
  count: number;
}

export interface ReadFigures {
  figures: Figure[];
  /** Rows that name nothing or count nonsense (negative, no number, beyond anything that is read). */
  passedOver: number;
}

const MOST_ROWS = 10_000;
const LARGEST_COUNT = 1e12;

const NAME_KEYS = [
  'articleid',
  'id',
  'postid',
  'post',
  'url',
  'link',
  'address',
  'permalink',
  'path',
  'page',
  'pagepath',
  'slug',
];
const COUNT_KEYS = [
  'count',
  'views',
  'pageviews',
  'screenpageviews',
  'hits',
  'reads',
  'total',
  'visits',
  'visitors',
  'comments',
  'commentcount',
  'jumlah',
  'dibaca',
  'kunjungan',
];

/** Reads a text as JSON where it is JSON, else as CSV. Null where there is no figure to be found in it at all. */
export function readFigures(text: string): ReadFigures | null {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (/^[[{]/.test(trimmed)) {
    try {
      return readFiguresOfJson(JSON.parse(trimmed));
    } catch {
      return null;
    }
  }
  return readCsv(trimmed);
}

/** A list of objects, wherever it lies; or an object of names with their counts. Null where there is neither. */
export function readFiguresOfJson(value: unknown): ReadFigures | null {
  const rows = listIn(value, 3);
  if (rows) return gather(rows.map(figureOfObject));
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  if (entries.length === 0 || !entries.every(([, count]) => countOf(count) !== null)) return null;
  return gather(entries.map(([name, count]) => figureOf([name], count)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(value: unknown, depth: number): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value) || depth === 0) return null;
  for (const inner of Object.values(value)) {
    const found = Array.isArray(inner) || isObject(inner) ? listIn(inner, depth - 1) : null;
    if (found) return found;
  }
  return null;
}

/** `post_ID`, `Post Id` and `postId` are one. */
function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/g, '');
}

function countOf(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const text = String(value).trim();
  // 18.204 and 18,204 are thousands, as Indonesian and English exports write them.
  const plain =
    /^-?\d{1,3}(?:[.,]\d{3})+$/.test(text) && typeof value === 'string' ? text.replace(/[.,]/g, '') : text;
  const count = plain === '' ? Number.NaN : Number(plain);
  return Number.isFinite(count) ? count : null;
}

function figureOf(names: unknown[], value: unknown): Figure | null {
  const count = countOf(value);
  const known = names
    .filter((name) => typeof name === 'string' || typeof name === 'number')
    .map((name) => String(name).trim())
    .filter((name) => name !== '');
  if (known.length === 0 || count === null || count < 0 || count > LARGEST_COUNT) return null;
  return { names: known, count };
}

function figureOfObject(row: unknown): Figure | null {
  if (!isObject(row)) return null;
  const byKey = new Map(Object.entries(row).map(([key, value]) => [plainKey(key), value]));
  const countKey = COUNT_KEYS.find((key) => countOf(byKey.get(key)) !== null);
  return figureOf(
    NAME_KEYS.map((key) => byKey.get(key)),
    countKey === undefined ? null : byKey.get(countKey),
  );
}

function gather(rows: readonly (Figure | null)[]): ReadFigures {
  const figures = rows.slice(0, MOST_ROWS).filter((figure) => figure !== null);
  return { figures, passedOver: rows.length - figures.length };
}

function readCsv(text: string): ReadFigures | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const [first] = lines;
  if (first === undefined) return null;
  const separator = [';', '\t', ','].find((sign) => first.includes(sign));
  if (separator === undefined) return null;
  const rows = lines.map((line) => cellsOf(line, separator));
  const header = (rows[0] ?? []).map(plainKey);
  const names = header.flatMap((key, column) => (NAME_KEYS.includes(key) ? column : []));
  const count = header.findIndex((key) => COUNT_KEYS.includes(key));
  if (names.length > 0 && count !== -1) {
    return gather(
      rows.slice(1).map((cells) =>
        figureOf(
          names.map((column) => cells[column]),
          cells[count],
        ),
      ),
    );
  }
  // Without a heading: what is called something, and the last column counts.
  if (!rows.every((cells) => cells.length >= 2) || !rows.some((cells) => countOf(cells.at(-1)) !== null))
    return null;
  return gather(rows.map((cells) => figureOf([cells[0]], cells.at(-1))));
}

/** Cells of one line (RFC 4180); a line break within a cell is none that a statistics export has. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '"' && isQuoted && line.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}
