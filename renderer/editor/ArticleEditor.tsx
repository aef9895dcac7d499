import { configExtension, defineExtension, getExtensionDependencyFromEditor } from '@lexical/extension';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { HeadingAnnounceExtension } from '@lexical/rich-text';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ReactExtension, type EditorChildrenComponentProps } from '@lexical/react/ReactExtension';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { useExtensionDependency } from '@lexical/react/useExtensionComponent';
import {
  $createNodeSelection,
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  $setSelection,
  UNDO_COMMAND,
  type NodeKey,
} from 'lexical';
import { memo, useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { datelineLead } from '../../shared/document/dateline-lead.ts';
import type { BlockNode } from '../../shared/document/vocabulary.ts';
import { useTranslate } from '../i18n.ts';
import { classes } from '../ui/classes.ts';
import { PencilLine } from '../ui/icons/icons.ts';
import { createArticleExtension } from './article-extension.ts';
import { CopyExtension, type Copy } from './extensions/copy/copy-extension.ts';
import { FindExtension, type CopyFinder } from './extensions/find/find-extension.ts';
import { ImageActionsContext } from './extensions/image/image-actions.ts';
import { ImageExtension } from './extensions/image/image-extension.ts';
import { BlockHandle } from './extensions/blocks/BlockHandle.tsx';
import { FloatingToolbar } from './extensions/floating/FloatingToolbar.tsx';
import { INSERT_BLOCKS_COMMAND, PASTE_TEXT_COMMAND } from './extensions/paste/paste-extension.ts';
import { SlashMenu } from './extensions/insert/SlashMenu.tsx';
import { MarginExtension, type CopyMargin } from './extensions/margin/margin-extension.ts';
import { MarksExtension, type CopyMarks } from './extensions/marks/marks-extension.ts';
import { LinkPopover } from './extensions/link/LinkPopover.tsx';
import { ReviewExtension, type Review } from './extensions/review/review-extension.ts';
import { SuggestingExtension, type Suggestions } from './extensions/review/suggesting-extension.ts';
import { FormatBar } from './extensions/toolbar/FormatBar.tsx';
import type { EditorServices } from './services.ts';
import copyStyles from './copy.module.css';
import styles from './editor.module.css';

export interface EditorHandle extends Copy {
  marks: CopyMarks;
  margin: CopyMargin;
  finder: CopyFinder;
  /** Takes the last step back. */
  undo(): void;
  review: Review;
  suggestions: Suggestions;
  /** The caret, or the selection of a card, goes to a block of the copy. */
  goToBlock(key: NodeKey): void;
  focus(): void;
  /** To the button of the toolbar that had the focus last; Escape leads back into the copy. */
  focusToolbar(): void;
  /** Goes on writing after everything that is there. */
  focusEnd(): void;
  /** Puts text at the caret by its letters alone. */
  pasteText(words: string): void;
  /** Puts blocks behind the one the caret is in. */
  insertBlocks(blocks: readonly BlockNode[]): void;
}

interface ArticleEditorProps {
  services: EditorServices;
  /** Stands before the first paragraph, outside the copy. */
  dateline: string;
  /** Called once, when the editor stands. It stays for as long as this component is mounted. */
  onReady: (editor: EditorHandle) => void;
}

/** A CSS string with the given words. */
function cssString(value: string): string {
  return `"${value.replaceAll(/["\\\n\r\f]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}

/** Hands the blocks that React draws what they work with. */
function EditorFrame({ context, contentEditable, children }: EditorChildrenComponentProps): ReactElement {
  const actions = getExtensionDependencyFromEditor(context[0], ImageExtension).output;
  return (
    <ImageActionsContext value={actions}>
      {contentEditable}
      {children}
    </ImageActionsContext>
  );
}

function createMountedExtension(services: EditorServices) {
  return defineExtension({
    name: 'redaksi/mounted-article',
    namespace: 'redaksi',
    dependencies: [
      createArticleExtension(services),
      configExtension(ReactExtension, { EditorChildrenComponent: EditorFrame }),
    ],
  });
}

/**
 * The editor of an article's body. It is mounted once; articles are opened in it through its handle, which renders
 * nothing of it anew.
 */
export const ArticleEditor = memo(function ArticleEditor({
  services,
  dateline,
  onReady,
}: ArticleEditorProps): ReactElement {
  const translate = useTranslate();
  const [extension] = useState(() => createMountedExtension(services));
  const frame = useRef<HTMLDivElement>(null);
  const [handles, setHandles] = useState<HTMLDivElement | null>(null);
  useEffect(() => {
    const lead = datelineLead(dateline);
    frame.current?.style.setProperty('--dateline', lead === '' ? 'none' : cssString(lead));
  }, [dateline]);
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <div ref={frame} className={styles.editor}>
        <Bar />
        <div className={styles.frame}>
          {/* Before the copy, so that it lies below its letters. */}
          <div data-marks="below" aria-hidden />
          <ContentEditable
            className={copyStyles.copy}
            ariaLabel={translate('editor.label')}
            aria-placeholder={translate('editor.placeholder')}
            placeholder={(isEditable) =>
              isEditable ? <div className={styles.placeholder}>{translate('editor.placeholder')}</div> : null
            }
            // The checks mark what is misspelt, by the house's dictionaries.
            spellCheck={false}
          />
          <div data-marks="over" aria-hidden />
          <div data-margin aria-hidden />
          <div className={styles.handles} ref={setHandles} />
        </div>
      </div>
      <WritingTools handles={handles} />
      <Announcements />
      <Ready onReady={onReady} />
    </LexicalExtensionComposer>
  );
});

/** The toolbar, out of reach where the copy is only read. */
function Bar(): ReactElement {
  const translate = useTranslate();
  const suggesting = useExtensionSignalValue(SuggestingExtension, 'suggesting');
  const editable = useLexicalEditable();
  return (
    <div className={classes(styles.bar, !editable && styles.resting)} inert={!editable} data-editor-bar>
      <FormatBar />
      {suggesting && (
        <p className={styles.suggesting} role="status">
          <PencilLine size={13} />
          {translate('suggest.on')}
        </p>
      )}
    </div>
  );
}

/** What comes up beside the words while one writes. */
function WritingTools({ handles }: { handles: HTMLElement | null }): ReactElement | null {
  const suggesting = useExtensionSignalValue(SuggestingExtension, 'suggesting');
  if (!useLexicalEditable()) return null;
  return (
    <>
      <LinkPopover />
      {!suggesting && <SlashMenu />}
      <FloatingToolbar />
      {handles !== null && !suggesting && <BlockHandle area={handles} />}
    </>
  );
}

/** What a screen reader is told of a block that became a heading, or is none any more, in the interface's language. */
function Announcements(): null {
  const translate = useTranslate();
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const { created, destroyed } = getExtensionDependencyFromEditor(editor, HeadingAnnounceExtension).output;
    // Lexical puts the level in place of `%s`.
    created.value = translate('editor.heading.created', { level: '%s' });
    destroyed.value = translate('editor.heading.removed', { level: '%s' });
  }, [editor, translate]);
  return null;
}

function $selectBlock(key: NodeKey): void {
  const node = $getNodeByKey(key);
  if ($isElementNode(node)) node.selectStart();
  else if (node !== null) {
    const selection = $createNodeSelection();
    selection.add(key);
    $setSelection(selection);
  }
}

function Ready({ onReady }: { onReady: (editor: EditorHandle) => void }): null {
  const [editor] = useLexicalComposerContext();
  const copy = useExtensionDependency(CopyExtension).output;
  const marks = useExtensionDependency(MarksExtension).output;
  const margin = useExtensionDependency(MarginExtension).output;
  const { finder } = useExtensionDependency(FindExtension).output;
  const review = useExtensionDependency(ReviewExtension).output;
  const suggestions = useExtensionDependency(SuggestingExtension).output;
  const tell = useEffectEvent(onReady);
  useEffect(() => {
    tell({
      ...copy,
      marks,
      margin,
      finder,
      undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
      review,
      suggestions,
      goToBlock(key) {
        editor.update(() => $selectBlock(key), { discrete: true });
        editor.getElementByKey(key)?.scrollIntoView({ block: 'center' });
        editor.focus();
      },
      focus: () => editor.focus(),
      focusToolbar: () =>
        document.querySelector<HTMLElement>('[data-editor-bar] button[tabindex="0"]')?.focus(),
      pasteText: (words) => editor.dispatchCommand(PASTE_TEXT_COMMAND, words),
      insertBlocks: (blocks) => editor.dispatchCommand(INSERT_BLOCKS_COMMAND, blocks),
      focusEnd: () => {
        editor.update(() => {
          const last = $getRoot().getLastChild();
          if ($isParagraphNode(last)) last.selectEnd();
          else $getRoot().append($createParagraphNode()).selectEnd();
        });
        editor.focus();
      },
    });
  }, [editor, copy, finder, margin, marks, review, suggestions]);
  return null;
}
