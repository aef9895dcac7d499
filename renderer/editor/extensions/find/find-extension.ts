/** What find and replace needs of the copy: hits shown and led to, words replaced as one step to undo. */
import { $getSelection, $isRangeSelection, defineExtension, type LexicalEditor } from 'lexical';
import { CopyExtension } from '../copy/copy-extension.ts';
import type { StepBeside } from '../copy/step-beside.ts';
import { $mend, type CopyPlace } from '../marks/places.ts';
import { createFoundMarks, type FoundMarks } from './found-marks.ts';

export interface Replacement {
  place: CopyPlace;
  /** The words that stand there; where others do by now, nothing is changed. */
  words: string;
  text: string;
}

export interface CopyFinder extends Pick<FoundMarks, 'show' | 'reveal'> {
  /**
   * Replaces words in the copy and lets `beside` do its part around it, all as one step to undo. Answers how many places
   * of the copy were changed.
   */
  replace(replacements: readonly Replacement[], beside: StepBeside): number;
  /** What is selected in the copy as text. */
  selectedText(): string;
}

function createFinder(
  editor: LexicalEditor,
  marks: FoundMarks,
  changeAsOne: ($change: () => void, beside: StepBeside) => void,
): CopyFinder {
  return {
    show: marks.show,
    reveal: marks.reveal,
    replace(replacements, beside) {
      // From the end, so that the offsets of what is still to come hold.
      const ordered = [...replacements].sort((one, other) => other.place.start - one.place.start);
      let done = 0;
      changeAsOne(() => {
        for (const { place, words, text } of ordered)
          if ($mend(place, words, { kind: 'replace', text })) done += 1;
      }, beside);
      return done;
    },
    selectedText: () =>
      editor.getEditorState().read(
        () => {
          const selection = $getSelection();
          return $isRangeSelection(selection) && !selection.isCollapsed() ? selection.getTextContent() : '';
        },
        { editor },
      ),
  };
}

export const FindExtension = defineExtension({
  name: 'redaksi/find',
  dependencies: [CopyExtension],
  build(editor, _config, state) {
    const marks = createFoundMarks(editor);
    const { changeAsOne } = state.getDependency(CopyExtension).output;
    return { finder: createFinder(editor, marks, changeAsOne), register: () => marks.register() };
  },
  register: (_editor, _config, state) => state.getOutput().register(),
});
