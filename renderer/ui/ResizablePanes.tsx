import { Group, Panel, Separator } from 'react-resizable-panels';
import { Fragment, useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslate } from '../i18n.ts';
import styles from './ResizablePanes.module.css';

export interface Pane {
  id: string;
  /** First width in pixels; the pane without one takes what is left. */
  width?: number;
  minWidth: number;
  maxWidth?: number;
  children: ReactNode;
}

/** Panes scroll inside themselves; the library would scroll them as a whole. */
const visible = { overflow: 'hidden' };

/** Panes side by side; widths in pixels are kept when the window is resized and remembered under `name`. */
export function ResizablePanes({ name, panes }: { name: string; panes: readonly Pane[] }): ReactElement {
  const translate = useTranslate();
  const remembered = useMemo(() => recall(name), [name]);
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
          {pane.width === undefined ? (
            <Panel id={pane.id} className={styles.pane} style={visible} minSize={pane.minWidth}>
              {pane.children}
            </Panel>
          ) : (
            <Panel
              id={pane.id}
              className={styles.pane}
              style={visible}
              defaultSize={remembered[pane.id] ?? pane.width}
              minSize={pane.minWidth}
              {...(pane.maxWidth === undefined ? {} : { maxSize: pane.maxWidth })}
              groupResizeBehavior="preserve-pixel-size"
            >
              {pane.children}
            </Panel>
          )}
        </Fragment>
      ))}
    </Group>
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
