import type { ReactElement } from 'react';
import { ResizablePanes } from './ResizablePanes.tsx';

/** Below this width in pixels the first panes begin smaller, so that the thing in hand keeps its measure. */
const NARROW_WINDOW = 1280;

interface ListAndDetailProps {
  /** Of the screen: widths are remembered under it. */
  name: string;
  /** What the list can show, where there is a choice. */
  views?: ReactElement;
  list: ReactElement;
  /** The one of the list that is in hand. */
  detail: ReactElement;
  /** In pixels. */
  detailMinWidth?: number;
}

/** A screen on which a list is worked through: its views, the list, the one in hand. */
export function ListAndDetail({
  name,
  views,
  list,
  detail,
  detailMinWidth = 320,
}: ListAndDetailProps): ReactElement {
  const isNarrow = window.innerWidth < NARROW_WINDOW;
  const viewsWidth = isNarrow ? 196 : 224;
  const listWidth = isNarrow ? 344 : 404;
  return (
    <ResizablePanes
      name={name}
      panes={[
        ...(views === undefined
          ? []
          : [{ id: 'views', width: viewsWidth, minWidth: 150, maxWidth: 340, children: views }]),
        { id: 'list', width: listWidth, minWidth: 270, maxWidth: 640, children: list },
        { id: 'detail', minWidth: detailMinWidth, children: detail },
      ]}
    />
  );
}
