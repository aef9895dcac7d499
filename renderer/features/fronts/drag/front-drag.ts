/**
 * Drag and drop on the front: by the pointer as anywhere, by keys, and told to screen readers. No list has droppables
 * that would have to be measured.
 */
import { Accessibility, DragDropManager, KeyboardSensor } from '@dnd-kit/dom';
import { scrolledAtEdges, takenByPointer } from '../../../pointer-dragging.ts';
import type { Carried, DragStore } from './drag-state.ts';
import { placeUnder } from './board-on-page.ts';
import { samePlace, stepPlace, firstPlace, type Columns, type Direction, type Place } from './places.ts';

export interface FrontDragOptions {
  store: DragStore;
  /** The places there are, as the board shows them now. */
  columns: () => Columns;
  /** Called with what was put down, and where. */
  onDrop: (carried: Carried, place: Place) => void;
  /** How to pick something up, for screen readers. */
  instructions: string;
  words: {
    picked: (carried: Carried, place: Place | null) => string;
    over: (carried: Carried, place: Place | null) => string;
    dropped: (carried: Carried, place: Place) => string;
    cancelled: (carried: Carried) => string;
  };
}

/** What a draggable thing tells when it is taken hold of. */
export interface DragSource {
  [key: string]: unknown;
  carried: () => Carried;
  /** Where it lies now; null in the pool. */
  home: () => Place | null;
}

/** The arrows go from place to place, however far apart those are on the screen. */
function keyboardBySteps(onStep: (direction: Direction) => void): typeof KeyboardSensor {
  return class extends KeyboardSensor {
    protected override handleMove(direction: Direction, event: KeyboardEvent): void {
      event.preventDefault();
      onStep(direction);
    }
  };
}

/** Sets up dragging; `destroy()` takes it down again. */
export function createFrontDrag(options: FrontDragOptions): DragDropManager {
  const { store, words } = options;

  function moveTo(place: Place | null): void {
    const { carried, place: before } = store.get();
    if (carried === null || samePlace(before, place)) return;
    store.set({ carried, place });
    manager.monitor.dispatch('dragover', {
      operation: manager.dragOperation.snapshot(),
      cancelable: false,
      defaultPrevented: false,
      preventDefault() {},
    });
  }

  function say(tell: (carried: Carried, place: Place | null) => string): string | undefined {
    const { carried, place } = store.get();
    return carried === null ? undefined : tell(carried, place);
  }

  const manager: DragDropManager = new DragDropManager({
    sensors: [
      takenByPointer,
      configureKeyboard(
        keyboardBySteps((direction) => {
          const columns = options.columns();
          const { place } = store.get();
          moveTo(place === null ? firstPlace(columns) : stepPlace(columns, place, direction));
        }),
      ),
    ],
    plugins: [
      scrolledAtEdges,
      {
        plugin: Accessibility,
        options: {
          id: 'front',
          debounce: 150,
          screenReaderInstructions: { draggable: options.instructions },
          announcements: {
            dragstart: () => say(words.picked),
            dragover: () => say(words.over),
            dragend: ({ canceled }: { canceled: boolean }) =>
              say((carried, place) =>
                canceled || place === null ? words.cancelled(carried) : words.dropped(carried, place),
              ),
          },
        },
      },
    ],
  });

  manager.monitor.addEventListener('beforedragstart', ({ operation }) => {
    const source = operation.source?.data as DragSource | undefined;
    if (source === undefined) return;
    const byKeys = operation.activatorEvent instanceof KeyboardEvent;
    const place = source.home() ?? (byKeys ? firstPlace(options.columns()) : null);
    store.set({ carried: source.carried(), place });
  });
  manager.monitor.addEventListener('dragmove', ({ to }) => {
    if (to !== undefined) moveTo(placeUnder(to));
  });
  manager.monitor.addEventListener('dragend', ({ canceled }) => {
    const { carried, place } = store.get();
    store.set({ carried: null, place: null });
    if (!canceled && carried !== null && place !== null) options.onDrop(carried, place);
  });
  return manager;
}

function configureKeyboard(sensor: typeof KeyboardSensor) {
  return {
    plugin: sensor,
    options: {
      keyboardCodes: {
        start: ['Space'],
        cancel: ['Escape'],
        end: ['Space', 'Enter'],
        up: ['ArrowUp'],
        down: ['ArrowDown'],
        left: ['ArrowLeft'],
        right: ['ArrowRight'],
      },
    },
  };
}
