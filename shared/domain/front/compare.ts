/** Two states of a front beside each other, as lists: for the launch dialog, the history and "what is not launched yet". */
import type { Collection, FrontContent, Slot } from '../../contract/front-content.ts';
import type { CollectionDifference, SlotDifference } from '../../contract/fronts.ts';
import type { ResolvedFront, ResolvedItem } from './resolve.ts';

/** One entry of a list, in both kinds of comparison. */
interface Entry {
  /** The same in both states where it is the same thing. */
  key: string;
  title: string;
  articleId: string | null;
  /** By name what can differ of it, as text. */
  fields: Record<string, string>;
}

interface Listed {
  collectionId: string;
  title: string;
  fields: Record<string, string>;
  entries: Entry[];
}

/** What was placed: slots with their own words, times and pins. `headlineOf` names a story. */
export function compareContents(
  from: FrontContent,
  to: FrontContent,
  headlineOf: (articleId: string) => string | null,
): CollectionDifference[] {
  const listed = ({ collections }: FrontContent): Listed[] =>
    collections.map((collection) => listedCollection(collection, headlineOf));
  return compareLists(listed(from), listed(to));
}

/** What readers see: stories, links and blocks in their places, whatever put them there. */
export function comparePages(from: ResolvedFront, to: ResolvedFront): CollectionDifference[] {
  const listed = ({ collections }: ResolvedFront): Listed[] =>
    collections.map(({ collectionId, title, layout, items }) => ({
      collectionId,
      title,
      fields: { title, layout },
      entries: items.map(entryOfItem),
    }));
  return compareLists(listed(from), listed(to));
}

/** Whether the two hold the same, whatever was done and undone to get there. */
export function isSameContent(from: FrontContent, to: FrontContent): boolean {
  return compareContents(from, to, () => null).every(
    ({ kind, fields }) => kind === 'same' && fields.length === 0,
  );
}

function listedCollection(collection: Collection, headlineOf: (articleId: string) => string | null): Listed {
  const { collectionId, title, layout, cap, fill, allowRepeats, slots } = collection;
  return {
    collectionId,
    title,
    fields: {
      title,
      layout,
      cap: String(cap),
      fill: JSON.stringify(fill.by === 'hand' ? fill.by : fill),
      allowRepeats: String(allowRepeats),
    },
    entries: slots.map((slot) => entryOfSlot(slot, headlineOf)),
  };
}

function titleOf(content: Slot['content'], headline: string | null): string {
  if (headline) return headline;
  if (content.kind === 'link') return content.url;
  return content.kind === 'block' ? content.text.slice(0, 80) : '';
}

function entryOfSlot(slot: Slot, headlineOf: (articleId: string) => string | null): Entry {
  const { slotId, content, placedAt: _placedAt, checkedAt: _checkedAt, stamp: _stamp, ...fields } = slot;
  const articleId = content.kind === 'article' ? content.articleId : null;
  const own = articleId === null ? null : headlineOf(articleId);
  return {
    key: slotId,
    title: titleOf(content, slot.headline ?? own),
    articleId,
    fields: Object.fromEntries(
      Object.entries({ ...fields, content }).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
  };
}

function entryOfItem({ slotId, content, headline, kicker, summary, picture, size }: ResolvedItem): Entry {
  const key =
    content.kind === 'article'
      ? content.articleId
      : content.kind === 'link'
        ? content.url
        : (slotId ?? content.text);
  return {
    key: `${content.kind} ${key}`,
    title: titleOf(content, headline),
    articleId: content.kind === 'article' ? content.articleId : null,
    fields: {
      headline,
      kicker,
      summary,
      picture: picture === null ? '' : `${picture.mediaId} ${picture.alt}`,
      size,
      text: content.kind === 'block' ? content.text : '',
    },
  };
}

function compareLists(from: readonly Listed[], to: readonly Listed[]): CollectionDifference[] {
  const before = new Map(from.map((each) => [each.collectionId, each]));
  const after = new Set(to.map(({ collectionId }) => collectionId));
  const moved = movedKeys(
    from.map(({ collectionId }) => collectionId),
    to.map(({ collectionId }) => collectionId),
  );
  const differences = to.map((next): CollectionDifference => {
    const { collectionId, title } = next;
    const previous = before.get(collectionId);
    if (!previous)
      return { collectionId, title, kind: 'added', fields: [], slots: compareEntries([], next.entries) };
    const fields = differingFields(previous.fields, next.fields);
    if (moved.has(collectionId)) fields.push('order');
    const slots = compareEntries(previous.entries, next.entries);
    return {
      collectionId,
      title,
      kind: fields.length + slots.length > 0 ? 'changed' : 'same',
      fields,
      slots,
    };
  });
  const removed = from
    .filter(({ collectionId }) => !after.has(collectionId))
    .map(({ collectionId, title, entries }): CollectionDifference => {
      return { collectionId, title, kind: 'removed', fields: [], slots: compareEntries(entries, []) };
    });
  return [...differences, ...removed];
}

function differingFields(from: Record<string, string>, to: Record<string, string>): string[] {
  return Object.keys(to).filter((name) => from[name] !== to[name]);
}

function compareEntries(from: readonly Entry[], to: readonly Entry[]): SlotDifference[] {
  const before = new Map(from.map((entry, index) => [entry.key, { entry, place: index + 1 }]));
  const after = new Map(to.map((entry, index) => [entry.key, index + 1]));
  const moved = movedKeys(
    from.map(({ key }) => key),
    to.map(({ key }) => key),
  );
  const shown = ({ title, articleId }: Entry): Pick<SlotDifference, 'title' | 'articleId'> => ({
    title,
    articleId,
  });
  const gone = [...before.values()]
    .filter(({ entry }) => !after.has(entry.key))
    .map(({ entry, place }): SlotDifference => {
      return { kind: 'out', ...shown(entry), from: place, to: null, fields: [] };
    });
  const there = [...after].flatMap(([key, place]): SlotDifference[] => {
    const entry = to[place - 1] as Entry;
    const previous = before.get(key);
    if (!previous) return [{ kind: 'in', ...shown(entry), from: null, to: place, fields: [] }];
    const found: SlotDifference[] = [];
    const from = previous.place;
    // Another place has another size by itself.
    const fields = differingFields(previous.entry.fields, entry.fields).filter(
      (name) => name !== 'size' || from === place,
    );
    if (moved.has(key)) found.push({ kind: 'moved', ...shown(entry), from, to: place, fields: [] });
    if (fields.length > 0) found.push({ kind: 'changed', ...shown(entry), from, to: place, fields });
    return found;
  });
  return [...gone, ...there];
}

/**
 * Of what stands in both lists the fewest that have to be taken up and put down again to get from one order to the
 * other: all but a longest run that keeps its order.
 */
function movedKeys(from: readonly string[], to: readonly string[]): Set<string> {
  const places = new Map(from.map((key, index) => [key, index]));
  const common = [...new Set(to)].filter((key) => places.has(key));
  const placeOf = (key: string): number => places.get(key) as number;
  const steady = longestRising(common, placeOf);
  return new Set(common.filter((key) => !steady.has(key)));
}

function longestRising(keys: readonly string[], placeOf: (key: string) => number): Set<string> {
  const lengths: number[] = [];
  const previous: number[] = [];
  keys.forEach((key, at) => {
    let best = -1;
    for (let before = 0; before < at; before += 1) {
      if (placeOf(keys[before] as string) >= placeOf(key)) continue;
      if (best === -1 || (lengths[before] as number) > (lengths[best] as number)) best = before;
    }
    lengths.push(best === -1 ? 1 : (lengths[best] as number) + 1);
    previous.push(best);
  });
  const longest = lengths.reduce(
    (best, length, at) => (best === -1 || length > (lengths[best] as number) ? at : best),
    -1,
  );
  const steady = new Set<string>();
  for (let at = longest; at !== -1; at = previous[at] as number) steady.add(keys[at] as string);
  return steady;
}
