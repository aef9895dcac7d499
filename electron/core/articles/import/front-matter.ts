/** The lines between `---` at the head of a Markdown file: names and plain values, a subset of YAML. */
import type { ArticleFields } from '../../../../shared/contract/articles.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)/s;

type TextField =
  | 'headline'
  | 'dek'
  | 'kicker'
  | 'byline'
  | 'dateline'
  | 'credit'
  | 'section'
  | 'slug'
  | 'shortHeadline'
  | 'socialTitle'
  | 'seoTitle'
  | 'seoDescription';

/** Names in use by site generators, beside our own. */
const NAMES: Readonly<Record<string, TextField>> = {
  title: 'headline',
  headline: 'headline',
  judul: 'headline',
  description: 'dek',
  dek: 'dek',
  excerpt: 'dek',
  summary: 'dek',
  kicker: 'kicker',
  author: 'byline',
  byline: 'byline',
  penulis: 'byline',
  dateline: 'dateline',
  credit: 'credit',
  section: 'section',
  slug: 'slug',
  shortheadline: 'shortHeadline',
  socialtitle: 'socialTitle',
  seotitle: 'seoTitle',
  seodescription: 'seoDescription',
};

/** A quoted value keeps its outer spaces, as in JSON; a plain one does not. */
function valueOf(raw: string): string {
  const value = raw.trim();
  if (/^".*"$/.test(value)) {
    try {
      return String(JSON.parse(value));
    } catch {
      return value.slice(1, -1);
    }
  }
  return /^'.*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value;
}

/** `[a, b]`, `["a", "b"]`, `a, b`, or the `- a` lines below. */
function listOf(value: string, lines: readonly string[]): string[] {
  if (value === '') return lines.map(valueOf).filter((item) => item !== '');
  const inside = /^\[(.*)\]$/.exec(value)?.[1] ?? value;
  const items = inside.match(/\s*"(?:[^"\\]|\\.)*"|\s*'(?:[^']|'')*'|[^,]+/g) ?? [];
  return items.map(valueOf).filter((item) => item !== '');
}

/** The fields a front matter names, and the text behind it. Unknown names and nested values are passed over. */
export function takeFrontMatter(source: string): { fields: Partial<ArticleFields>; text: string } {
  const found = FRONT_MATTER.exec(source);
  if (found === null) return { fields: {}, text: source };
  const fields: Partial<ArticleFields> = {};
  const lines = (found[1] ?? '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const [, name = '', value = ''] = /^([A-Za-z]+)\s*:\s*(.*)$/.exec(line) ?? [];
    const field = NAMES[name.toLowerCase()];
    if (field !== undefined && valueOf(value) !== '') fields[field] = valueOf(value);
    if (/^lang(?:uage)?$/i.test(name)) fields.language = /^en\b/i.test(valueOf(value)) ? 'en' : 'id';
    if (name.toLowerCase() !== 'tags') continue;
    const end = lines.findIndex((each, at) => at > index && !/^\s*-\s/.test(each));
    const below = lines.slice(index + 1, end === -1 ? undefined : end);
    fields.tags = listOf(
      value.trim(),
      below.map((each) => each.replace(/^\s*-\s/, '')),
    );
  }
  return { fields, text: source.slice(found[0].length) };
}
