import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useState } from 'react';

/**
 * Whether one is writing in the copy. What stands there stays selected wherever one goes, to the list of articles too:
 * what hangs on the selection looks here.
 */
export function useHasFocus(editor: LexicalEditor): boolean {
  const [hasFocus, setHasFocus] = useState(() => editor.getRootElement() === document.activeElement);
  useEffect(() => {
    function follow(has: boolean): boolean {
      setHasFocus(has);
      return false;
    }
    return mergeRegister(
      editor.registerCommand(FOCUS_COMMAND, () => follow(true), COMMAND_PRIORITY_LOW),
      editor.registerCommand(BLUR_COMMAND, () => follow(false), COMMAND_PRIORITY_LOW),
    );
  }, [editor]);
  return hasFocus;
}
