/**
 * How things are taken hold of and carried with the pointer, on a front as in a gallery: dnd-kit's sensor and scrolling
 * over places of our own. Its plugins that write style elements (Feedback, Cursor, PreventSelection) are left out, as the
 * content security policy refuses those; what hangs at the pointer is `ui/Ghost`.
 */
import { AutoScroller, PointerActivationConstraints, PointerSensor, type Draggable } from '@dnd-kit/dom';

const byDistance = [new PointerActivationConstraints.Distance({ value: 5 })];
const byHolding = [new PointerActivationConstraints.Delay({ value: 250, tolerance: 5 })];

/**
 * Takes hold of the whole element, by a finger once it has rested there; what one presses or types in within it is left
 * to that. (dnd-kit's own rule takes everything within the copy for a field.)
 */
export const takenByPointer = PointerSensor.configure({
  activatorElements: ({ element }: Draggable) => [element],
  activationConstraints: ({ pointerType }) => (pointerType === 'touch' ? byHolding : byDistance),
  preventActivation({ target }, { element, handle }) {
    const control =
      target instanceof Element ? target.closest('button, a[href], input, select, textarea') : null;
    return (
      control !== null && control !== handle && control !== element && element?.contains(control) === true
    );
  },
});

/** Near an edge of what scrolls, it does. */
export const scrolledAtEdges = AutoScroller.configure({ threshold: 0.12 });
