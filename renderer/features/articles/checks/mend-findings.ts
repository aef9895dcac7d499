/** Fixes of findings applied, in copy and fields alike, as one step to undo. */
import type { CHECKED_FIELDS } from '../../../../shared/checks/segments.ts';
import type { Fix } from '../../../../shared/contract/checks.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { CopyChange } from '../../../editor/extensions/marks/marks-extension.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import type { PlacedFinding } from './placed-findings.ts';

type FieldPlace = Extract<PlacedFinding['place'], { block: null }>;
type WordField = (typeof CHECKED_FIELDS)[number];

/** Notes how a field is mended whose words are still the ones meant, before and after; fields know no italics. */
function mendField(
  fields: Readonly<Record<WordField, string>>,
  mended: Map<WordField, [string, string]>,
  { property, start, end }: FieldPlace,
  words: string,
  fix: Fix,
): boolean {
  const name = property as WordField;
  const before = fields[name];
  if (fix.kind !== 'replace' || before.slice(start, end) !== words) return false;
  const text = mended.get(name)?.[1] ?? before;
  mended.set(name, [before, text.slice(0, start) + fix.text + text.slice(end)]);
  return true;
}

/** Answers how many were applied; `shown` gives the draft on screen when a step is undone. */
export function mendFindings(
  editor: EditorHandle,
  draft: Draft,
  shown: () => Draft | null,
  fixes: readonly { finding: PlacedFinding; fix: Fix }[],
): number {
  const changes: CopyChange[] = [];
  const fields = new Map<WordField, [string, string]>();
  let done = 0;
  // From the end, so that offsets in a field hold.
  const ordered = [...fixes].sort((one, other) => other.finding.start - one.finding.start);
  for (const { finding, fix } of ordered) {
    const { place, text } = finding;
    if (place.block !== null) changes.push({ place, words: text, fix });
    else if (mendField(draft.fields.get(), fields, place, text, fix)) done += 1;
  }
  const setFields = (to: 0 | 1): void => {
    const now = shown();
    if (now?.articleId !== draft.articleId) return;
    // Somebody may have written in a field since: then it stays as it is.
    for (const [name, values] of fields) {
      if (now.fields.get()[name] === values[1 - to]) now.setField(name, values[to]);
    }
  };
  if (fields.size > 0) {
    done += editor.marks.mend(changes, { undo: () => setFields(0), redo: () => setFields(1) });
  } else if (changes.length > 0) done += editor.marks.mend(changes);
  editor.marks.point(null);
  return done;
}
