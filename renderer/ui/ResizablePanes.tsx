import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import {
  Fragment,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslate } from '../i18n.ts';
import styles from './ResizablePanes.module.css';

/** Pixels; in a wide window, and in one that has not room for as much. */
interface PaneWidth {
  wide: number;
  narrow: number;
}

export interface Pane {
  id: string;
  /** Width until somebody chooses another; the pane without one takes what is left. */
  width?: PaneWidth;
  minWidth: number;
  maxWidth?: number;
  children: ReactNode;
}

interface SizedPane extends Pane {
  width: PaneWidth;
}

/** Panes scroll inside themselves; the library would scroll them as a whole. */
const visible = { overflow: 'hidden' };

/** Where what is worked on needs the room more than what stands beside it. */
const narrowWindow = window.matchMedia('(width < 1280px)');

function useNarrowWindow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrowWindow.addEventListener('change', listener);
      return () => narrowWindow.removeEventListener('change', listener);
    },
    () => narrowWindow.matches,
  );
}

/** Panes side by side; widths in pixels are kept when the window is resized and remembered under `name`. */
export function ResizablePanes({ name, panes }: { name: string; panes: readonly Pane[] }): ReactElement {
  const translate = useTranslate();
  const group = useRef<HTMLDivElement>(null);
  return (
    <Group
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) remember(name, panes, layout, group.current?.offsetWidth ?? 0);
      }}
      elementRef={group}
      className={styles.group}
      orientation="horizontal"
      resizeTargetMinimumSize={{ coarse: 24, fine: 8 }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator className={styles.separator} aria-label={translate('ui.resize')} />}
          {isSized(pane) ? (
            <Sized name={name} pane={pane} />
          ) : (
            <Panel id={pane.id} className={styles.pane} style={visible} minSize={pane.minWidth}>
              {pane.children}
            </Panel>
          )}
        </Fragment>
      ))}
    </Group>
  );
}

function isSized(pane: Pane): pane is SizedPane {
  return pane.width !== undefined;
}

/** Follows the window from wide to narrow and back as long as nobody has chosen its width. */
function Sized({ name, pane }: { name: string; pane: SizedPane }): ReactElement {
  const { id, width, minWidth, maxWidth, children } = pane;
  const panel = usePanelRef();
  const usual = useNarrowWindow() ? width.narrow : width.wide;
  const [atFirst] = useState(() => recall(name)[id] ?? usual);
  const last = useRef(usual);
  useEffect(() => {
    if (last.current === usual) return;
    last.current = usual;
    if (recall(name)[id] === undefined) panel.current?.resize(usual);
  }, [name, id, usual, panel]);
  return (
    <Panel
      id={id}
      panelRef={panel}
      className={styles.pane}
      style={visible}
      defaultSize={atFirst}
      minSize={minWidth}
      {...(maxWidth === undefined ? {} : { maxSize: maxWidth })}
      groupResizeBehavior="preserve-pixel-size"
    >
      {children}
    </Panel>
  );
}

/** Widths of panes are a matter of this screen, not of the newsroom: they stay in the browser. */
function recall(name: string): Record<string, number> {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(`panes.${name}`) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter(([, width]) => typeof width === 'number' && width > 40),
    );
  } catch {
    return {};
  }
}

/** `layout` holds each pane's share of the group in percent. */
function remember(
  name: string,
  panes: readonly Pane[],
  layout: Record<string, number>,
  groupWidth: number,
): void {
  const widths = panes
    .filter((pane) => pane.width !== undefined)
    .map((pane) => [pane.id, Math.round(((layout[pane.id] ?? 0) / 100) * groupWidth)]);
  try {
    window.localStorage.setItem(`panes.${name}`, JSON.stringify(Object.fromEntries(widths)));
  } catch {
    // A browser without storage forgets the widths; nothing else depends on them.
  }
}
