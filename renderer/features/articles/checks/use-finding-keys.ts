/** Keys that work while one writes: to the next finding, and mending the one under the caret. */
import { useEffect, useEffectEvent } from 'react';
import { listed } from '../../../../shared/page/commands.ts';
import { useCommands } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { SkipForward } from '../../../ui/icons/icons.ts';
import type { CheckDesk } from './check-desk.ts';
import type { PlacedFinding } from './placed-findings.ts';

interface BodyFinding {
  finding: PlacedFinding;
  place: Extract<PlacedFinding['place'], { block: string }>;
}

/** Findings in running text, in the order in which they stand there. */
function findingsInText(desk: CheckDesk, editor: EditorHandle): (BodyFinding & { order: number })[] {
  const order = new Map(editor.blocks().map(({ key }, at) => [key, at]));
  return desk.state
    .get()
    .findings.flatMap((finding) => {
      const { place } = finding;
      if (place.block === null || place.property !== null || finding.check === 'length') return [];
      return [{ finding, place, order: order.get(place.block) ?? 0 }];
    })
    .sort(
      (one, other) =>
        one.order - other.order ||
        comparePaths(one.place.path, other.place.path) ||
        one.place.start - other.place.start,
    );
}

function comparePaths(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function useFindingKeys(desk: CheckDesk | null, editor: EditorHandle | null, active: boolean): void {
  const { client } = useCore();

  function goToNext(): void {
    if (desk === null || editor === null) return;
    const all = findingsInText(desk, editor);
    const caret = editor.marks.caret();
    const order = new Map(editor.blocks().map(({ key }, at) => [key, at]));
    const here = caret === null ? -1 : (order.get(caret.block) ?? -1);
    const next = all.find(
      ({ place, order: at }) =>
        at > here ||
        (at === here &&
          caret !== null &&
          (comparePaths(place.path, caret.path) || place.start - caret.start) > 0),
    );
    // After the last one the first again.
    const target = next ?? all[0];
    if (target === undefined) return;
    editor.marks.point(target.place);
    editor.marks.goTo(target.place);
  }

  const mendHere = useEffectEvent(async () => {
    if (desk === null || editor === null) return;
    const caret = editor.marks.caret();
    if (caret === null) return;
    const here = findingsInText(desk, editor).find(
      ({ place }) =>
        place.block === caret.block &&
        comparePaths(place.path, caret.path) === 0 &&
        place.start <= caret.start &&
        caret.start <= place.end,
    );
    if (here === undefined) return;
    const { finding } = here;
    let [fix] = finding.fixes;
    if (finding.check === 'spelling') {
      const [text] = await client.checks.suggest({ word: finding.text.slice(0, 100) }).catch(() => []);
      fix = text === undefined ? undefined : { kind: 'replace', text };
    }
    if (fix !== undefined) desk.mend([{ finding, fix }]);
  });

  useEffect(() => editor?.marks.onMendKey(() => void mendHere()), [editor]);
  useCommands(active ? [{ ...listed('article.nextFinding'), icon: SkipForward, run: goToNext }] : []);
}
