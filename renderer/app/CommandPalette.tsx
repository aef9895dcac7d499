import { Command as Cmdk } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { keyCaps, useAllCommands } from '../commands.ts';
import { useTranslate } from '../i18n.ts';
import { navigate, useRoute } from '../navigation.ts';
import { Search } from '../ui/icons/icons.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { layers } from '../ui/layers.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { showOverlay, useOverlay } from './overlays.ts';
import { paletteOrder } from './palette-order.ts';
import { searchWireFor } from '../wire-search.ts';
import styles from './CommandPalette.module.css';

/** Ctrl/Cmd+K: every action by its name, and a search in the wire for whatever is typed. */
export function CommandPalette(): ReactElement {
  const open = useOverlay() === 'palette';
  const translate = useTranslate();
  const { remember, giveBack } = useReturnFocus();

  /** The palette is gone and the focus back before the command runs: what it does with the focus stays. */
  function run(action: () => void): void {
    flushSync(() => showOverlay(null));
    giveBack();
    action();
  }

  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && showOverlay(null)}>
      <Radix.Portal container={layers()}>
        <div className={styles.veil}>
          <Radix.Content
            className={styles.palette}
            aria-describedby={undefined}
            onOpenAutoFocus={remember}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              giveBack();
            }}
          >
            <VisuallyHidden>
              <Radix.Title>{translate('palette.title')}</Radix.Title>
            </VisuallyHidden>
            <PaletteList run={run} />
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteList({ run }: { run: (action: () => void) => void }): ReactElement {
  const translate = useTranslate();
  const commands = useAllCommands();
  const { screen } = useRoute();
  const [query, setQuery] = useState('');
  const offered = commands.filter((command) => command.enabled !== false && command.hidden !== true);
  const list = useRef<HTMLDivElement>(null);
  const [inHand, setInHand] = useState('');
  const isPicked = useRef(false);
  const names = offered.map(({ id }) => id).join(' ');

  // What a screen still on its way offers may fit better than what was first: nobody has chosen that yet.
  useEffect(() => {
    const sorted = setTimeout(() => {
      const first = list.current?.querySelector('[cmdk-item]:not([aria-disabled="true"])');
      if (!isPicked.current) setInHand(first?.getAttribute('data-value') ?? '');
    });
    return () => clearTimeout(sorted);
  }, [names]);

  function onKeyDown({ key }: KeyboardEvent): void {
    if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(key)) isPicked.current = true;
  }

  function search(words: string): void {
    isPicked.current = false;
    setQuery(words);
  }

  return (
    <Cmdk
      label={translate('palette.title')}
      loop
      value={inHand}
      onValueChange={setInHand}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        <Search size={17} />
        <Cmdk.Input
          className={styles.input}
          value={query}
          onValueChange={search}
          placeholder={translate('palette.placeholder')}
        />
      </div>
      <Cmdk.List
        ref={list}
        className={styles.list}
        onPointerMove={() => {
          isPicked.current = true;
        }}
      >
        {paletteOrder(offered, screen).map(({ group, members }) => (
          <Cmdk.Group key={group} heading={translate(group)} className={styles.group}>
            {members.map((command) => (
              <Cmdk.Item
                key={command.id}
                value={`${translate(command.title, command.parameters)} ${command.id}`}
                className={styles.item}
                onSelect={() => run(command.run)}
              >
                {command.icon !== undefined && <command.icon size={16} />}
                <span className={styles.title}>{translate(command.title, command.parameters)}</span>
                {command.keys[0] !== undefined && <Kbd caps={keyCaps(command.keys[0])} />}
              </Cmdk.Item>
            ))}
          </Cmdk.Group>
        ))}
        {query.trim() !== '' && (
          <Cmdk.Group forceMount heading={translate('palette.group.search')} className={styles.group}>
            <Cmdk.Item
              forceMount
              value={`search ${query}`}
              className={styles.item}
              onSelect={() =>
                run(() => {
                  searchWireFor(query.trim());
                  navigate({ screen: 'wire', storyId: null });
                })
              }
            >
              <Search size={16} />
              <span className={styles.title}>{translate('palette.searchWire', { query: query.trim() })}</span>
            </Cmdk.Item>
          </Cmdk.Group>
        )}
      </Cmdk.List>
    </Cmdk>
  );
}
