import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { MenuOption } from '@lexical/react/LexicalMenuOption';
import { LexicalTypeaheadMenuPlugin, type MenuRenderFn } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import {
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type EditorState,
} from 'lexical';
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import { useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { useHasFocus } from '../../use-has-focus.ts';
import { findInsertables, type Insertable } from './insertables.ts';
import { placeMenu } from './place-menu.ts';
import styles from './insert.module.css';
import { $slashBeforeCaret, $takeOut, readSlash } from './typed-slash.ts';

class InsertOption extends MenuOption {
  readonly insertable: Insertable;

  constructor(insertable: Insertable) {
    super(insertable.id);
    this.insertable = insertable;
  }
}

/** A slash behind a word of another format is none. */
function $readTrigger(text: string): ReturnType<typeof readSlash> {
  const slash = readSlash(text);
  return slash === null || $slashBeforeCaret() === null ? null : slash;
}

/** The words on screen that opened the menu: `typed` letters before the caret, and the slash. */
function slashOnScreen(typed: number): DOMRect | null {
  const selection = window.getSelection();
  if (selection?.anchorNode === null || selection?.anchorNode === undefined) return null;
  const range = new Range();
  range.setStart(selection.anchorNode, Math.max(0, selection.anchorOffset - typed - 1));
  range.setEnd(selection.anchorNode, selection.anchorOffset);
  return range.getBoundingClientRect();
}

interface PlacedMenuProps {
  label: string;
  /** Letters typed behind the slash. */
  typed: number;
  children: ReactNode;
}

/** The list, at the slash and whole in the window. */
function PlacedMenu({ label, typed, children }: PlacedMenuProps): ReactElement {
  const menu = useRef<HTMLDivElement>(null);
  const place = useEffectEvent(() => {
    const words = slashOnScreen(typed);
    if (menu.current === null || words === null) return;
    const { style } = menu.current;
    style.removeProperty('max-height');
    const { width, height } = menu.current.getBoundingClientRect();
    const view = { width: window.innerWidth, height: window.innerHeight };
    const { left, top, maxHeight } = placeMenu(words, { width, height }, view);
    style.left = `${left}px`;
    style.top = `${top}px`;
    if (height > maxHeight) style.maxHeight = `${maxHeight}px`;
  });
  // What fits the letters changes its height.
  useLayoutEffect(() => place());
  useEffect(() => {
    const onMoved = (): void => place();
    window.addEventListener('resize', onMoved);
    document.addEventListener('scroll', onMoved, true);
    return () => {
      window.removeEventListener('resize', onMoved);
      document.removeEventListener('scroll', onMoved, true);
    };
  }, []);
  return (
    <div ref={menu} className={styles.menu} id="typeahead-menu" role="listbox" aria-label={label}>
      {children}
    </div>
  );
}

/**
 * The menu a slash opens: everything that can be put into the copy, found as one types. Keys that come before it is drawn do
 * what they would do once it is.
 */
export function SlashMenu(): ReactElement {
  const [editor] = useLexicalComposerContext();
  const translate = useTranslate();
  const hasFocus = useHasFocus(editor);
  const [query, setQuery] = useState<string | null>(null);
  // A menu that a key has answered before it was drawn is not drawn any more: another one begins.
  const [round, setRound] = useState(0);
  const shutIn = useRef<EditorState>(null);
  const options = useMemo(
    () => (query === null ? [] : findInsertables(query, translate).map((each) => new InsertOption(each))),
    [query, translate],
  );

  /** The menu is drawn with a delay: where what was chosen in it no longer fits what stands there, the first that does is meant. */
  function insert(option: InsertOption, close: () => void): void {
    editor.update(
      () => {
        const slash = $slashBeforeCaret();
        const fitting = slash === null ? [] : findInsertables(slash.query, translate);
        if (slash !== null) $takeOut(slash);
        const chosen = fitting.includes(option.insertable) ? option.insertable : fitting[0];
        (chosen ?? option.insertable).run(editor);
      },
      { discrete: true },
    );
    close();
  }

  function shut(): void {
    shutIn.current = editor.getEditorState();
  }

  /** The slash before the caret and what fits it, where the menu for it is still to be drawn. */
  function $awaited() {
    if (shutIn.current === editor.getEditorState()) return null;
    const slash = $slashBeforeCaret();
    const [first] = slash === null ? [] : findInsertables(slash.query, translate);
    return slash === null || first === undefined ? null : { slash, first };
  }

  const $chooseFirst = useEffectEvent((event: KeyboardEvent | null): boolean => {
    if (event === null || event.shiftKey || event.ctrlKey || event.metaKey) return false;
    const awaited = $awaited();
    if (awaited === null) return false;
    event.preventDefault();
    $takeOut(awaited.slash);
    awaited.first.run(editor);
    setRound(round + 1);
    return true;
  });

  const $shutAhead = useEffectEvent((event: KeyboardEvent): boolean => {
    if ($awaited() === null) return false;
    event.preventDefault();
    shut();
    setRound(round + 1);
    return true;
  });

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(KEY_ENTER_COMMAND, (event) => $chooseFirst(event), COMMAND_PRIORITY_LOW),
        editor.registerCommand(KEY_TAB_COMMAND, (event) => $chooseFirst(event), COMMAND_PRIORITY_LOW),
        editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => $shutAhead(event), COMMAND_PRIORITY_LOW),
      ),
    [editor],
  );

  const drawMenu: MenuRenderFn<InsertOption> = (
    anchor,
    { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex },
  ) =>
    anchor.current === null
      ? null
      : createPortal(
          <PlacedMenu label={translate('editor.insert')} typed={query?.length ?? 0}>
            {options.map((option, index) => {
              const { icon: Icon, label } = option.insertable;
              return (
                // The editor keeps the focus and handles the keys.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={option.key}
                  ref={option.setRefElement}
                  id={`typeahead-item-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={selectedIndex === index}
                  className={classes(styles.item, selectedIndex === index && styles.highlighted)}
                  onMouseEnter={() => setHighlightedIndex(index)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => selectOptionAndCleanUp(option)}
                >
                  <Icon size={16} />
                  {translate(label)}
                </div>
              );
            })}
          </PlacedMenu>,
          anchor.current,
        );

  return (
    <LexicalTypeaheadMenuPlugin<InsertOption>
      key={round}
      // Once it is drawn, its keys go before the ones above.
      commandPriority={COMMAND_PRIORITY_NORMAL}
      onClose={shut}
      onQueryChange={setQuery}
      onSelectOption={(option, _typed, close) => insert(option, close)}
      triggerFn={$readTrigger}
      options={options}
      anchorClassName={styles.anchor ?? ''}
      // Without it nothing is drawn, and the keys are left to the copy.
      {...(hasFocus && options.length > 0 && { menuRenderFn: drawMenu })}
    />
  );
}
