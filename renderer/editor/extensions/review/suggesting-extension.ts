/** *Mode usulan*: while it is on, whatever changes words is a suggestion; what cannot be one is refused and said so. */
import { effect, signal } from '@lexical/extension';
import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import {
  $getSelection,
  $isRangeSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  defineExtension,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  REMOVE_TEXT_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import type { EditorServices } from '../../services.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Suggestion } from '../../../../shared/document/marks.ts';
import { MOVE_BLOCK_COMMAND } from '../blocks/block-move-extension.ts';
import { INSERT_BLOCK_COMMAND } from '../insert/insert-extension.ts';
import { EDIT_LINK_COMMAND } from '../link/link-extension.ts';
import { ServicesExtension } from '../services/services-extension.ts';
import { SET_BLOCK_COMMAND } from '../toolbar/format-extension.ts';
import {
  $isInOwnSuggestion,
  $suggestDeletion,
  $suggestFormat,
  $suggestJoin,
  $suggestLineBreak,
  $suggestNodes,
  $suggestParagraph,
  $suggestText,
} from './suggest.ts';
import { SUGGEST_FIX_COMMAND, SUGGEST_NODES_COMMAND } from './suggest-commands.ts';
import { $settle } from './settle.ts';

const REFUSED: readonly LexicalCommand<never>[] = [
  SET_BLOCK_COMMAND,
  INSERT_BLOCK_COMMAND,
  MOVE_BLOCK_COMMAND,
  EDIT_LINK_COMMAND,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
] as unknown as readonly LexicalCommand<never>[];

/** What Lexical itself begins a composition with, and takes out again once the letters are chosen. */
const COMPOSITION_START = '\u200b';

function textOf(payload: InputEvent | string): string {
  if (typeof payload === 'string') return payload;
  return payload.dataTransfer?.getData('text/plain') || (payload.data ?? '');
}

/** Everything that changes words, taken over for as long as the mode is on. */
function registerSuggesting(editor: LexicalEditor, make: () => Suggestion, refuse: () => void): () => void {
  function on<Payload>(command: LexicalCommand<Payload>, take: (payload: Payload) => boolean): () => void {
    return editor.registerCommand(command, take, COMMAND_PRIORITY_CRITICAL);
  }
  function remove(granularity: 'character' | 'word' | 'lineboundary') {
    return (isBackward: boolean): boolean => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return false;
      if (selection.isCollapsed() && $suggestJoin(isBackward, make)) return true;
      if (selection.isCollapsed()) selection.modify('extend', isBackward, granularity);
      $suggestDeletion(make(), isBackward ? 'start' : 'end');
      return true;
    };
  }
  const isText = () => $isRangeSelection($getSelection());
  return mergeRegister(
    on(BEFORE_INPUT_COMMAND, (event) => {
      if (event.inputType !== 'insertText' || event.data === null || editor.isComposing()) return false;
      if (!isText() || $isInOwnSuggestion(make().personId)) return false;
      event.preventDefault();
      $suggestText(event.data, make);
      return true;
    }),
    // The input method writes into the page by itself: it gets a place of its own there, which is suggested.
    on(COMPOSITION_START_COMMAND, () => {
      if (!isText() || editor.isComposing() || $isInOwnSuggestion(make().personId)) return false;
      $suggestText(COMPOSITION_START, make);
      return false;
    }),
    on(CONTROLLED_TEXT_INSERTION_COMMAND, (payload) => {
      if (!isText() || editor.isComposing()) return false;
      $suggestText(textOf(payload), make);
      return true;
    }),
    on(DELETE_CHARACTER_COMMAND, remove('character')),
    on(DELETE_WORD_COMMAND, remove('word')),
    on(DELETE_LINE_COMMAND, remove('lineboundary')),
    on(REMOVE_TEXT_COMMAND, () => {
      if (!isText()) return false;
      $suggestDeletion(make(), 'start');
      return true;
    }),
    on(INSERT_PARAGRAPH_COMMAND, () => {
      if (!isText()) return false;
      $suggestParagraph(make);
      return true;
    }),
    on(INSERT_LINE_BREAK_COMMAND, () => {
      if (!isText()) return false;
      $suggestLineBreak(make);
      return true;
    }),
    on(FORMAT_TEXT_COMMAND, (format) => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
      $suggestFormat(format, make);
      return true;
    }),
    on(SUGGEST_NODES_COMMAND, (nodes) => {
      if (!isText()) return false;
      $suggestNodes(nodes, make);
      return true;
    }),
    on(SUGGEST_FIX_COMMAND, ({ $select, fix }) => {
      $select();
      if (fix.kind === 'italic') $suggestFormat('italic', make);
      else if (fix.text === '') $suggestDeletion(make(), 'end');
      else $suggestText(fix.text, make);
      return true;
    }),
    on(CUT_COMMAND, (event) => {
      if (!isText()) return false;
      editor.dispatchCommand(COPY_COMMAND, event);
      $suggestDeletion(make(), 'start');
      return true;
    }),
    ...REFUSED.map((command) =>
      on(command, () => {
        refuse();
        return true;
      }),
    ),
  );
}

function createSuggestions(editor: LexicalEditor, services: EditorServices) {
  const suggesting = signal(false);
  let personId = '';
  return {
    suggesting,
    toggle(): void {
      suggesting.value = !suggesting.value;
    },
    /** Who suggests from now on. */
    setAuthor(person: string): void {
      personId = person;
    },
    makeSuggestion: (): Suggestion => ({ id: crypto.randomUUID(), personId, at: new Date().toISOString() }),
    refuse: (): void => void showToast(services.say('suggest.refused')),
    /** Accepts or rejects suggestions as one step to undo. */
    settle: (decision: 'accept' | 'reject', ids: ReadonlySet<string> | 'all'): void =>
      editor.update(() => $settle(decision, ids), { discrete: true, tag: HISTORY_PUSH_TAG }),
  };
}

export type Suggestions = ReturnType<typeof createSuggestions>;

export const SuggestingExtension = defineExtension({
  name: 'redaksi/suggesting',
  dependencies: [ServicesExtension],
  build: (editor, _config, state) => createSuggestions(editor, state.getDependency(ServicesExtension).output),
  register(editor, _config, state) {
    const { suggesting, makeSuggestion, refuse } = state.getOutput();
    return effect(() => (suggesting.value ? registerSuggesting(editor, makeSuggestion, refuse) : undefined));
  },
});
