import type { MouseEvent, ReactElement, ReactNode, Ref } from 'react';

/** Where a row of a virtual list stands. */
export interface RowPlace {
  /** Place in the list, from 0. */
  index: number;
  /** Distance from the top of the list in pixels. */
  start: number;
  /** Measures the row. */
  ref: Ref<HTMLDivElement>;
}

interface ListOptionProps extends RowPlace {
  /** The id the list names its row in hand by. */
  id: string;
  selected: boolean;
  className: string | undefined;
  onClick: (event: MouseEvent) => void;
  onDoubleClick?: () => void;
  children: ReactNode;
}

/** A row of a `VirtualListbox`, in its place. The keyboard moves through the list itself (aria-activedescendant). */
export function ListOption({
  id,
  index,
  start,
  selected,
  className,
  onClick,
  onDoubleClick,
  ref,
  children,
}: ListOptionProps): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={-1}
      data-index={index}
      className={className}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      {children}
    </div>
  );
}
