/** The edit that "put these stories here" means on a front where some of them stand already. */
import type { FrontContent, Slot } from '../../contract/front-content.ts';
import type { FrontEdit, SimpleFrontEdit } from '../../contract/front-edits.ts';

/**
 * Places slots behind `after` (null: at the head). A story that the collection has already, or that stands in another
 * one while neither takes repeats, is moved here with its own words instead of standing twice.
 */
export function placeEdit(
  content: FrontContent,
  collectionId: string,
  after: string | null,
  slots: readonly Slot[],
): FrontEdit {
  const target = content.collections.find((each) => each.collectionId === collectionId);
  const shared = content.collections.filter(
    (each) => each === target || (target && !target.allowRepeats && !each.allowRepeats),
  );
  const standing = new Map(
    shared.flatMap((each) =>
      each.slots.flatMap((slot) =>
        slot.content.kind === 'article' ? [[slot.content.articleId, slot] as const] : [],
      ),
    ),
  );
  const placed = slots.map((slot) =>
    slot.content.kind === 'article' ? (standing.get(slot.content.articleId) ?? slot) : slot,
  );
  const edit: SimpleFrontEdit = { kind: 'place', collectionId, after, slots: [...new Set(placed)] };
  return edit;
}
