/**
 * What is typed in a copy is Lexical's, which listens by itself. React listens to all there is at the element it draws
 * into, on the way down and on the way up, and looks through the components around for one that handles it: eleven times for
 * a letter, half of what the page's code does for it.
 */

/** No component asks for these: neither `onKeyPress`, `onKeyUp`, `onBeforeInput` nor a field's `onSelect` is of use. */
const UNASKED = new Set(['keypress', 'keyup', 'textInput', 'selectionchange']);

/**
 * Nor for what was written on its way down (`onInputCapture`): a listener that comes before Lexical's has the browser tell of
 * the changed page between the two, and Lexical then looks at each letter in two updates, with a table of all nodes for each.
 */
function isUnasked(type: string, options: boolean | AddEventListenerOptions | undefined): boolean {
  const isOnWayDown = typeof options === 'object' ? options.capture === true : options === true;
  return UNASKED.has(type) || (type === 'input' && isOnWayDown);
}

const COPY = 'data-lexical-editor';

function writesLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

function isOfCopy({ target }: Event): boolean {
  return target instanceof HTMLElement && target.hasAttribute(COPY);
}

/** Of keys in a copy components are told, but for those that write a letter; of what it wrote they are not. */
const UNHEARD: Record<string, (event: Event) => boolean> = {
  keydown: (event) => writesLetter(event as KeyboardEvent) && isOfCopy(event),
  input: isOfCopy,
};

function hearing(
  isUnheard: (event: Event) => boolean,
  listener: EventListenerOrEventListenerObject | null,
): EventListenerOrEventListenerObject | null {
  if (typeof listener !== 'function') return listener;
  return (event) => {
    if (!isUnheard(event)) listener(event);
  };
}

/** Whatever `listen` adds to these meanwhile does not hear of typing in a copy. */
export function withoutTyping<Answer>(targets: readonly EventTarget[], listen: () => Answer): Answer {
  for (const target of targets) {
    const add = target.addEventListener;
    target.addEventListener = (type, listener, options) => {
      if (isUnasked(type, options)) return;
      const isUnheard = UNHEARD[type];
      add.call(target, type, isUnheard === undefined ? listener : hearing(isUnheard, listener), options);
    };
  }
  try {
    return listen();
  } finally {
    // The method of its class is there again.
    for (const target of targets) Reflect.deleteProperty(target, 'addEventListener');
  }
}
