/** Ghost's nodes compared by what they say, not by how they were spelled: by our serialiser or by Ghost's own editor. */
import type { GhostNode } from '../../../../shared/document/ghost-nodes.ts';

/** Ghost's editor writes its extended nodes, its importer Lexical's own; readers see the same. */
const NAMES: Readonly<Record<string, string>> = {
  'extended-text': 'text',
  'extended-heading': 'heading',
  'extended-quote': 'quote',
};

/** Defaults that say nothing: text direction, Lexical's bookkeeping. */
const SILENT = new Set(['version', 'direction', 'detail', 'mode', 'style', 'textFormat', 'textStyle']);

/** Where a picture is and how large: known by which picture it is. */
const PLACES = new Set(['src', 'width', 'height', 'fileName']);

/** A card of HTML as Ghost's editor saves it: shown to everybody, in letters too. */
const SHOWN_TO_ALL = JSON.stringify({
  email: { memberSegment: 'status:free,status:-free' },
  web: { memberSegment: 'status:free,status:-free', nonMember: true },
});

interface Spelling {
  withoutPlaces?: boolean;
}

function says(key: string, value: unknown, { withoutPlaces = false }: Spelling): boolean {
  if (SILENT.has(key) || (withoutPlaces && PLACES.has(key))) return false;
  return value !== null && value !== '' && !((key === 'indent' || key === 'format') && value === 0);
}

/** Neighbours of one format are one run of text. */
function joined(children: readonly unknown[]): unknown[] {
  const result: Record<string, unknown>[] = [];
  for (const child of children as Record<string, unknown>[]) {
    const last = result.at(-1);
    const isSameRun =
      last !== undefined &&
      last['type'] === 'text' &&
      child['type'] === 'text' &&
      last['format'] === child['format'];
    if (isSameRun) {
      result[result.length - 1] = { ...last, text: `${String(last['text'])}${String(child['text'])}` };
    } else result.push(child);
  }
  return result;
}

function canonical(value: unknown, spelling: Spelling): unknown {
  if (Array.isArray(value)) return value.map((one) => canonical(one, spelling));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, inner]): [string, unknown] => {
      if (key === 'type') return [key, NAMES[String(inner)] ?? inner];
      const said = canonical(inner, spelling);
      return [key, key === 'children' && Array.isArray(said) ? joined(said) : said];
    })
    .filter(([key, inner]) => says(key, inner, spelling))
    .filter(([key, inner]) => key !== 'visibility' || JSON.stringify(inner) !== SHOWN_TO_ALL)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries);
}

/** The node as text that is the same for every spelling; `withoutPlaces` also for every place its pictures may be at. */
export function canonicalGhost(node: GhostNode, spelling: Spelling = {}): string {
  return JSON.stringify(canonical(node, spelling));
}
