import type { ReactElement } from 'react';
import { ResizablePanes } from './ResizablePanes.tsx';

const VIEWS_WIDTH = { wide: 224, narrow: 196 };
const LIST_WIDTH = { wide: 404, narrow: 344 };

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
  return (
    <ResizablePanes
      name={name}
      panes={[
        ...(views === undefined
          ? []
          : [{ id: 'views', width: VIEWS_WIDTH, minWidth: 150, maxWidth: 340, children: views }]),
        { id: 'list', width: LIST_WIDTH, minWidth: 270, maxWidth: 640, children: list },
        { id: 'detail', minWidth: detailMinWidth, children: detail },
      ]}
    />
  );
}
