/** Which rows of the findings are in the page: those in sight, some around them, and the one the keys work on. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';
import { keyOf, likelyHeight, type FindingRow } from './finding-rows.ts';

/** Pixels between two rows. */
const GAP = 6;
const ROWS_AROUND = 6;

export interface RowInSight {
  row: FindingRow;
  /** Among all rows, from 0. */
  index: number;
  /** Pixels between it and the row before it in the page, or the upper edge of the list. */
  space: number;
}

interface RowsInSight {
  rows: RowInSight[];
  /** Of the whole list, in pixels. */
  height: number;
  /** Ref of every row, which has its index as `data-index`. */
  measure: (row: Element | null) => void;
}

function panelOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest<HTMLElement>('[role="tabpanel"]') ?? null;
}

/** `list` stands in the panel of a tab, which scrolls; the row at `kept` stays in the page wherever one scrolls. */
export function useRowsInSight(
  list: RefObject<HTMLElement | null>,
  rows: readonly FindingRow[],
  kept: number,
): RowsInSight {
  /** What stands in the panel above the list, in pixels: what comes there later is less than the rows around make up for. */
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const panel = panelOf(list.current);
    if (panel === null || list.current === null) return;
    const { top } = list.current.getBoundingClientRect();
    setAbove(Math.round(top - panel.getBoundingClientRect().top + panel.scrollTop));
  }, [list, rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => panelOf(list.current),
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : likelyHeight(row);
    },
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return inSight.includes(kept) || kept < 0 ? inSight : [...inSight, kept].toSorted((a, b) => a - b);
    },
    gap: GAP,
    overscan: ROWS_AROUND,
    scrollMargin: above,
  });
  let end = above;
  const inSight = virtualizer.getVirtualItems().flatMap((item) => {
    const row = rows[item.index];
    if (row === undefined) return [];
    const space = item.start - end;
    end = item.end;
    return [{ row, index: item.index, space }];
  });
  return { rows: inSight, height: virtualizer.getTotalSize(), measure: virtualizer.measureElement };
}
