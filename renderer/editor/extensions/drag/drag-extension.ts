/**
 * Selected words dragged to another place of the copy, by the browser's own drag and drop. What is dragged carries what
 * copying does; what is dropped goes the way of paste, wherever it comes from.
 */
import { $insertDataTransferForRichText } from '@lexical/clipboard';
import { signal } from '@lexical/extension';
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  $setSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import { isMac } from '../../../commands.ts';
import { readOwnNodes } from '../paste/own-nodes.ts';
import { PasteExtension } from '../paste/paste-extension.ts';
import { SuggestingExtension } from '../review/suggesting-extension.ts';
import { createDropCaret } from './drop-caret.ts';
import { $dropPointAt, $isWithin } from './drop-point.ts';
import { $putWords } from './move-words.ts';

const OWN_WORDS = 'application/x-lexical-editor';
const WORDS: readonly string[] = [OWN_WORDS, 'text/html', 'text/plain', 'text/uri-list'];

/** Files go the way of pictures, whatever text comes with them. */
function carriesWords(transfer: DataTransfer | null): transfer is DataTransfer {
  if (transfer === null || transfer.types.includes('Files')) return false;
  return transfer.types.some((type) => WORDS.includes(type));
}

function wantsCopy({ ctrlKey, altKey }: DragEvent): boolean {
  return isMac ? altKey : ctrlKey;
}

/** A link or a picture of a card that is dragged is not what is selected. */
function isOfSelection({ target }: DragEvent): boolean {
  return !(target instanceof HTMLElement && target.draggable);
}

function registerDragging(
  editor: LexicalEditor,
  dragging: { value: boolean; peek: () => boolean },
  isSuggesting: () => boolean,
): () => void {
  const caret = createDropCaret();

  function end(): void {
    dragging.value = false;
    caret.hide();
  }

  function $dropOwn(transfer: DataTransfer, event: DragEvent): void {
    const selection = $getSelection();
    const point = $dropPointAt(editor, event);
    const nodes = readOwnNodes(transfer.getData(OWN_WORDS));
    if (point === null || nodes === null || !$isRangeSelection(selection) || selection.isCollapsed()) return;
    const to = point.selection;
    if ($isWithin(selection, to.anchor)) return;
    $addUpdateTag(PASTE_TAG);
    const from = wantsCopy(event) ? 'kept' : isSuggesting() ? 'suggested' : 'taken';
    $putWords({ nodes, to, from });
  }

  function $dropOthers(transfer: DataTransfer, event: DragEvent): void {
    const point = $dropPointAt(editor, event);
    if (point === null) return;
    $addUpdateTag(PASTE_TAG);
    $setSelection(point.selection);
    $insertDataTransferForRichText(transfer, point.selection);
    $onUpdate(() => editor.focus());
  }

  function leave({ relatedTarget }: DragEvent): void {
    const isInside = relatedTarget instanceof Node && editor.getRootElement()?.contains(relatedTarget);
    if (isInside !== true) caret.hide();
  }

  return mergeRegister(
    end,
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (!isOfSelection(event)) return true;
        dragging.value = $isRangeSelection(selection) && !selection.isCollapsed();
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        const transfer = event.dataTransfer;
        if (!carriesWords(transfer)) return false;
        event.preventDefault();
        const point = $dropPointAt(editor, event);
        const selection = $getSelection();
        const isOwn = dragging.peek();
        const isAtHome =
          isOwn &&
          point !== null &&
          $isRangeSelection(selection) &&
          $isWithin(selection, point.selection.anchor);
        if (point === null || isAtHome) caret.hide();
        else caret.show(point.range);
        if (point === null) transfer.dropEffect = 'none';
        else if (isOwn) transfer.dropEffect = wantsCopy(event) ? 'copy' : 'move';
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const transfer = event.dataTransfer;
        if (!carriesWords(transfer)) return false;
        event.preventDefault();
        if (dragging.peek()) $dropOwn(transfer, event);
        else $dropOthers(transfer, event);
        end();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    // The browser takes words away from here that are let go in a field beside the copy. They stay: the field has a copy.
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      (event) => {
        if (event.inputType !== 'deleteByDrag') return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('dragleave', leave);
      before?.ownerDocument.removeEventListener('dragend', end);
      before?.removeEventListener('pointerdown', end);
      root?.addEventListener('dragleave', leave);
      root?.ownerDocument.addEventListener('dragend', end);
      // Of words that went away while they were dragged no browser says that the drag has ended.
      root?.addEventListener('pointerdown', end);
    }),
  );
}

export const DragExtension = defineExtension({
  name: 'redaksi/drag',
  dependencies: [PasteExtension, SuggestingExtension],
  /** `dragging`: words of the copy are on their way. */
  build: () => ({ dragging: signal(false) }),
  register(editor, _config, state) {
    const { suggesting } = state.getDependency(SuggestingExtension).output;
    return registerDragging(editor, state.getOutput().dragging, () => suggesting.peek());
  },
});
