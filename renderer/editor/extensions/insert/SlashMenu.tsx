import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { MenuOption } from '@lexical/react/LexicalMenuOption';
import { LexicalTypeaheadMenuPlugin } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { $isTextNode, type TextNode } from 'lexical';
import { useMemo, useState, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { findInsertables, type Insertable } from './insertables.ts';
import styles from './insert.module.css';

class InsertOption extends MenuOption {
  readonly insertable: Insertable;

  constructor(insertable: Insertable) {
    super(insertable.id);
    this.insertable = insertable;
  }
}

/** A slash at the start of a word, with what was typed behind it. */
const TRIGGER = /(^|\s)\/([\p{L}\p{N}-]{0,20})$/u;

function readTrigger(
  text: string,
): { leadOffset: number; matchingString: string; replaceableString: string } | null {
  const match = TRIGGER.exec(text);
  if (match === null) return null;
  const [whole, before = '', query = ''] = match;
  return {
    leadOffset: match.index + before.length,
    matchingString: query,
    replaceableString: whole.slice(before.length),
  };
}

/**
 * Takes the slash and what was typed behind it out of the copy and answers with the latter. The menu is drawn with a
 * delay: what it split off may be less than what stands there by now.
 */
function $takeTyped(typed: TextNode): string {
  const before = typed.getPreviousSibling();
  const earlier = $isTextNode(before) ? before.getTextContent() : '';
  const match = readTrigger(earlier + typed.getTextContent());
  const paragraph = typed.getParent();
  if (match === null) return '';
  if ($isTextNode(before) && match.leadOffset < earlier.length) {
    before.spliceText(match.leadOffset, earlier.length - match.leadOffset, '', true);
    if (before.getTextContentSize() === 0) before.remove();
  }
  typed.remove();
  if (paragraph !== null && paragraph.isEmpty()) paragraph.select();
  return match.matchingString;
}

/** The menu a slash opens: everything that can be put into the copy, found as one types. */
export function SlashMenu(): ReactElement {
  const [editor] = useLexicalComposerContext();
  const translate = useTranslate();
  const [query, setQuery] = useState<string | null>(null);
  const options = useMemo(
    () => (query === null ? [] : findInsertables(query, translate).map((each) => new InsertOption(each))),
    [query, translate],
  );

  function insert(option: InsertOption, typed: TextNode | null, close: () => void): void {
    editor.update(
      () => {
        const now = typed === null ? '' : $takeTyped(typed);
        const fitting = findInsertables(now, translate);
        const chosen = fitting.includes(option.insertable) ? option.insertable : fitting[0];
        (chosen ?? option.insertable).run(editor);
      },
      { discrete: true },
    );
    close();
  }

  return (
    <LexicalTypeaheadMenuPlugin<InsertOption>
      onQueryChange={setQuery}
      onSelectOption={insert}
      triggerFn={readTrigger}
      options={options}
      anchorClassName={styles.anchor ?? ''}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current === null || options.length === 0
          ? null
          : createPortal(
              <div
                className={styles.menu}
                id="typeahead-menu"
                role="listbox"
                aria-label={translate('editor.insert')}
              >
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
                      <Icon size={16} strokeWidth={1.7} aria-hidden />
                      {translate(label)}
                    </div>
                  );
                })}
              </div>,
              anchor.current,
            )
      }
    />
  );
}
