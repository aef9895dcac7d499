/** The copy as a whole: opening another article without mounting anything anew, reading it out, telling of edits. */
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension, createEmptyHistoryState, type HistoryState } from '@lexical/history';
import { HeadingAnnounceExtension } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COLLABORATION_TAG,
  configExtension,
  defineExtension,
  mergeRegister,
  type EditorState,
  type LexicalEditor,
} from 'lexical';
import type { ArticlePlace, CopySelection } from '../../../../shared/contract/places.ts';
import type { ArticleDocument } from '../../../../shared/document/vocabulary.ts';
import { isSame } from '../../is-same.ts';
import { $rootBlockOf } from '../../root-block.ts';
import { createArrivals, type Arrivals } from './arrivals.ts';
import { createBlockCache, storableBlocks, type KeyedBlock } from './block-cache.ts';
import { $lettersBefore, $readSelection, $restoreSelection } from './copy-selection.ts';
import { fieldWithFocus, focusField } from './field-in-copy.ts';
import { createStepsBeside, type StepBeside } from './step-beside.ts';

/** An update that shows what is stored already: nothing of it is an edit of the person who sits here. */
export const SHOWN_TAG = 'redaksi-shown';
/** Undo steps kept for one article; each state shares almost everything with its neighbours. */
const UNDO_STEPS = 300;
/** Articles whose undo history is kept while others are open. */
const KEPT_ARTICLES = 8;

interface KeptArticle {
  state: EditorState;
  document: ArticleDocument;
  history: HistoryState;
  /** Its blocks where something is on its way into one of them. */
  blocks: KeyedBlock[];
}

export interface Copy extends Arrivals {
  /** Somebody may be about to open this: what can be done for it beforehand is done now. */
  prepare(document: ArticleDocument): void;
  /**
   * Shows an article. Caret and undo history come back where it was open lately and left with this very copy; otherwise
   * `selection` is selected.
   */
  open(articleId: string, document: ArticleDocument, selection?: CopySelection | null): void;
  /** Whether the person may change it here. */
  setEditable(editable: boolean): void;
  /** What is selected, and whether the keys go into the copy or into a field of one of its blocks. */
  place(): Pick<ArticlePlace, 'selection' | 'focused' | 'field'>;
  /** Puts the focus into a field of a block; false where it is not drawn, or not yet. */
  focusField(field: NonNullable<ArticlePlace['field']>): boolean;
  /** Replaces the copy on screen in place, the caret kept where it can be. `undoable`: Ctrl+Z brings back what was there. */
  replace(document: ArticleDocument, options: { undoable: boolean }): void;
  /** Changes the copy, and what `beside` changes around it, as one step to undo. */
  changeAsOne($change: () => void, beside: StepBeside): void;
  document(): ArticleDocument;
  wordCount(): number;
  /** Every top-level block with its key in the editor; untouched ones keep their JSON as it is. */
  blocks(): KeyedBlock[];
  /** Called on every edit made here, not on what `open` and `replace` show. Must be cheap: it runs per key. */
  onEdit(listener: () => void): () => void;
}

type RegisteredCopy = Copy & { register(): () => void };

interface CaretPlace {
  block: number;
  offset: number;
}

function $readCaret(): CaretPlace | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = $rootBlockOf(selection.anchor.getNode());
  if (block === null) return null;
  return { block: block.getIndexWithinParent(), offset: $lettersBefore(selection.anchor, block) };
}

function $placeCaret(place: CaretPlace): void {
  const block = $getRoot().getChildAtIndex(Math.min(place.block, $getRoot().getChildrenSize() - 1));
  if (!$isElementNode(block)) return;
  let rest = place.offset;
  for (const leaf of block.getAllTextNodes()) {
    const size = leaf.getTextContentSize();
    if (rest <= size) {
      leaf.select(rest, rest);
      return;
    }
    rest -= size;
  }
  block.selectEnd();
}

function parse(editor: LexicalEditor, { root }: ArticleDocument): EditorState {
  const serialized = { root } as Parameters<LexicalEditor['parseEditorState']>[0];
  if (root.children.length > 0) return editor.parseEditorState(serialized);
  return editor.parseEditorState(serialized, () => {
    $getRoot().append($createParagraphNode());
  });
}

function createCopy(editor: LexicalEditor, setHistory: (history: HistoryState) => void): RegisteredCopy {
  const cache = createBlockCache(editor);
  const listeners = new Set<() => void>();
  const kept = new Map<string, KeptArticle>();
  let prepared: { document: ArticleDocument; state: EditorState } | null = null;
  let openId: string | null = null;
  /** The state that `open` showed: where it is still the one, nobody has been in the copy. */
  let untouched: EditorState | null = null;
  let history = createEmptyHistoryState();
  const steps = createStepsBeside(
    editor,
    () => history,
    () => {
      // A state of its own, so that it is told from the step of the next edit.
      const step = { editor, editorState: editor.getEditorState().clone() };
      history = { ...history, undoStack: [...history.undoStack, step], redoStack: [] };
      setHistory(history);
    },
  );

  const arrivals = createArrivals(editor, {
    openId: () => openId,
    changeLeft(articleId, key, change) {
      const left = kept.get(articleId);
      if (left === undefined) return null;
      const blocks = left.blocks.map((each) => (each.key === key ? { key, json: change(each.json) } : each));
      kept.set(articleId, { ...left, blocks });
      return { ...left.document, root: { ...left.document.root, children: storableBlocks(blocks) } };
    },
  });

  /** Swaps the state while a history nobody keeps looks on, so that showing is no step to undo. */
  function show(state: EditorState, nextHistory: HistoryState): void {
    setHistory(createEmptyHistoryState());
    cache.clear();
    // A screen reader is told of headings somebody makes, not of those that were there.
    const { disabled } = getExtensionDependencyFromEditor(editor, HeadingAnnounceExtension).output;
    disabled.value = true;
    editor.setEditorState(state, { tag: SHOWN_TAG });
    disabled.value = false;
    history = { ...nextHistory, current: { editor, editorState: editor.getEditorState() } };
    setHistory(history);
  }

  function keepOpenArticle(): void {
    if (openId === null) return;
    const state = editor.getEditorState();
    const isExpecting = arrivals.expects(openId);
    // What was only looked at, or pointed at, takes no place from what was written in.
    if (state === untouched && !isExpecting) return;
    kept.delete(openId);
    const blocks = isExpecting ? cache.blocks() : [];
    kept.set(openId, { state, document: cache.document(), history, blocks });
    const oldest = kept.keys().next();
    if (kept.size > KEPT_ARTICLES && oldest.done !== true) kept.delete(oldest.value);
  }

  /** Takes what was prepared: a state that is being written in is nobody else's. */
  function takeState(document: ArticleDocument): EditorState {
    const state = prepared?.document === document ? prepared.state : parse(editor, document);
    prepared = null;
    return state;
  }

  /** The tag keeps the focus where it is, should it be in a field beside the copy. */
  function updateShown($change: () => void): void {
    editor.update($change, { discrete: true, tag: [SHOWN_TAG, COLLABORATION_TAG] });
  }

  return {
    ...arrivals,
    prepare(document) {
      if (prepared?.document !== document) prepared = { document, state: parse(editor, document) };
    },
    open(articleId, document, selection = null) {
      editor.read(() => {});
      keepOpenArticle();
      const known = kept.get(articleId);
      openId = articleId;
      if (known !== undefined && isSame(known.document.root, document.root)) {
        show(known.state, known.history);
      } else {
        show(takeState(document), createEmptyHistoryState());
        if (selection !== null) updateShown(() => $restoreSelection(selection));
      }
      untouched = editor.getEditorState();
    },
    setEditable(editable) {
      if (editor.isEditable() !== editable) editor.setEditable(editable);
    },
    place() {
      const field = fieldWithFocus(editor);
      const isInside = editor.getRootElement()?.contains(document.activeElement) ?? false;
      return {
        selection: editor.read(() => $readSelection()),
        focused: isInside && field === null,
        field,
      };
    },
    focusField: (field) => focusField(editor, field),
    replace(document, { undoable }) {
      const caret = editor.read(() => $readCaret());
      const before = { editor, editorState: editor.getEditorState() };
      const empty = createEmptyHistoryState();
      show(
        parse(editor, document),
        undoable ? { ...empty, undoStack: [...history.undoStack, before] } : empty,
      );
      if (caret !== null) updateShown(() => $placeCaret(caret));
    },
    changeAsOne: steps.changeAsOne,
    document: () => cache.document(),
    wordCount: () => cache.wordCount(),
    blocks: () => cache.blocks(),
    onEdit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    register: () =>
      mergeRegister(
        steps.register(),
        editor.registerUpdateListener((update) => {
          if (update.dirtyElements.size === 0 && update.dirtyLeaves.size === 0) return;
          cache.noticeUpdate(update);
          if (update.tags.has(SHOWN_TAG) || openId === null) return;
          for (const listener of listeners) listener();
        }),
      ),
  };
}

export const CopyExtension = defineExtension({
  name: 'redaksi/copy',
  // Off without a window unless asked for: tests and tools undo as well.
  dependencies: [configExtension(HistoryExtension, { disabled: false, maxDepth: UNDO_STEPS })],
  build(editor, _config, state) {
    const { historyState } = state.getDependency(HistoryExtension).output;
    return createCopy(editor, (history) => {
      historyState.value = history;
    });
  },
  register: (_editor, _config, state) => state.getOutput().register(),
});
