import { useId, useRef, useState, type ReactElement } from 'react';
import { listed } from '../../../../shared/page/commands.ts';
import { commandCaps, useCommands } from '../../../commands.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { ListTree } from '../../../ui/icons/icons.ts';
import { Popover } from '../../../ui/Popover.tsx';
import { VirtualListbox } from '../../../ui/VirtualListbox.tsx';
import { outlineOf, type OutlineEntry } from './outline.ts';
import styles from './outline.module.css';

const ROW_HEIGHT = 28;
const MOST_HEIGHT = 420;

interface Opened {
  entries: OutlineEntry[];
  /** The block the caret was in. */
  current: string | null;
}

/** The outline of the copy as a list: arrow keys choose, Enter or a click goes there. */
export function Outline({ editor }: { editor: EditorHandle | null }): ReactElement {
  const translate = useTranslate();
  const [opened, setOpened] = useState<Opened | null>(null);
  const goesOn = useRef(false);

  function show(open: boolean): void {
    if (!open || editor === null) {
      setOpened(null);
      return;
    }
    goesOn.current = false;
    const entries = outlineOf(editor.blocks());
    setOpened({ entries, current: editor.marks.caret()?.block ?? null });
  }
  function goTo(key: string): void {
    goesOn.current = true;
    setOpened(null);
    editor?.goToBlock(key);
  }
  useCommands([{ ...listed('article.outline'), icon: ListTree, run: () => show(opened === null) }]);

  return (
    <Popover
      label={translate('outline.title')}
      open={opened !== null}
      onOpenChange={show}
      // Into the copy, where one has gone; else back to the button.
      onCloseAutoFocus={(event) => goesOn.current && event.preventDefault()}
      trigger={
        <IconButton
          icon={ListTree}
          label={translate('outline.title')}
          caps={commandCaps('article.outline')}
        />
      }
    >
      {opened !== null && <Entries opened={opened} onGo={goTo} />}
    </Popover>
  );
}

function Entries({ opened, onGo }: { opened: Opened; onGo: (key: string) => void }): ReactElement {
  const translate = useTranslate();
  const id = useId();
  const { entries, current } = opened;
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      entries.findIndex(({ key }) => key === current),
    ),
  );
  if (entries.length === 0) return <p className={styles.empty}>{translate('outline.empty')}</p>;
  return (
    <div className={styles.outline} style={{ height: Math.min(MOST_HEIGHT, entries.length * ROW_HEIGHT) }}>
      <VirtualListbox<OutlineEntry>
        ref={(list) => list?.focus()}
        label={translate('outline.title')}
        rows={entries}
        keyOf={({ key }) => key}
        elementIdOf={({ key }) => `${id}${key}`}
        rowHeight={ROW_HEIGHT}
        selectedIndex={chosen}
        onSelect={(entry) => setChosen(entries.indexOf(entry))}
        onRead={() => {
          const entry = entries[chosen];
          if (entry !== undefined) onGo(entry.key);
        }}
        more={false}
        moreLabel=""
        fetchMore={() => {}}
        renderRow={({ key, type, depth, text }, { index, start, ref }) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the listbox takes the keys
          <div
            key={key}
            ref={ref}
            id={`${id}${key}`}
            role="option"
            tabIndex={-1}
            data-index={index}
            aria-selected={index === chosen}
            aria-current={key === current ? 'location' : undefined}
            className={classes(
              styles.entry,
              type === 'heading' && styles.heading,
              key === current && styles.current,
            )}
            style={{ transform: `translateY(${start}px)`, paddingLeft: 10 + depth * 14 }}
            onClick={() => onGo(key)}
          >
            {type !== 'heading' && type !== 'paragraph' && (
              <span className={styles.kind}>{translate(`compare.role.${type}`)}</span>
            )}
            <span className={styles.words}>{text}</span>
          </div>
        )}
      />
    </div>
  );
}
