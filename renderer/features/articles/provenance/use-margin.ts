import { useEffect } from 'react';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { MarginBlock } from '../../../editor/extensions/margin/margin-extension.ts';
import type { CheckDesk } from '../checks/check-desk.ts';
import type { AlignedBlock } from '../checks/placed-findings.ts';

/** The bars of a block: the same value for as long as it is the same, since those are not drawn anew. */
const barsOf = new WeakMap<AlignedBlock, MarginBlock>();

function marginBlock(aligned: AlignedBlock): MarginBlock {
  const known = barsOf.get(aligned);
  if (known !== undefined) return known;
  const { block, json, sentences } = aligned;
  const made = { block, json, stretches: sentences.map(({ place, kind }) => ({ ...place, look: kind })) };
  barsOf.set(aligned, made);
  return made;
}

/** Shows beside the copy where its sentences came from, whenever that was looked at anew. */
export function useMargin(desk: CheckDesk | null, editor: EditorHandle | null): void {
  useEffect(() => {
    if (desk === null || editor === null) return;
    const show = (): void => editor.margin.show(desk.alignment.get().map(marginBlock));
    show();
    const end = desk.alignment.subscribe(show);
    return () => {
      end();
      editor.margin.show([]);
    };
  }, [desk, editor]);
}
