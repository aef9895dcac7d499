import { useEffect } from 'react';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import type { CheckDesk } from '../checks/check-desk.ts';

/** Shows beside the copy where its sentences came from, whenever that was looked at anew. */
export function useMargin(desk: CheckDesk | null, editor: EditorHandle | null): void {
  useEffect(() => {
    if (desk === null || editor === null) return;
    const show = (): void =>
      editor.margin.show(
        desk.alignment.get().map(({ block, json, sentences }) => ({
          block,
          json,
          stretches: sentences.map(({ place, kind }) => ({ ...place, look: kind })),
        })),
      );
    show();
    const end = desk.alignment.subscribe(show);
    return () => {
      end();
      editor.margin.show([]);
    };
  }, [desk, editor]);
}
