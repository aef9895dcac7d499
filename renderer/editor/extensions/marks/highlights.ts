/** The browser's registry of highlights: ranges of the copy that are drawn with a look without being part of it. */

/** The highlight `::highlight(redaksi-LOOK)`. Where two meet, the one of the higher priority is seen. */
export function highlightOf(look: string, priority = 0): Highlight {
  const name = `redaksi-${look}`;
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}
