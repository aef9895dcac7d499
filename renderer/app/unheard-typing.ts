/**
 * What is typed in a copy is Lexical's, which listens by itself. React listens to all there is at the element it draws
 * into, on the way down and on the way up, and looks through the components around for one that handles it: eleven times for
 * a letter, half of what the page's code does for it.
 */

/** Of these in a copy no component is told. Of keys it is told, but for those that write a letter. */
const TYPING = new Set(['keydown', 'keypress', 'keyup', 'textInput', 'input', 'selectionchange']);

const COPY = 'data-lexical-editor';

function writesLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

/** Where it happens: keys and letters belong to the copy itself, a changed selection to the page. */
function isInCopy({ target }: Event): boolean {
  const element = target === document ? document.activeElement : target;
  return element instanceof HTMLElement && element.hasAttribute(COPY);
}

function isUnheard(event: Event): boolean {
  return isInCopy(event) && (event.type !== 'keydown' || writesLetter(event as KeyboardEvent));
}

function hearing(
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
    target.addEventListener = (type, listener, options) =>
      add.call(target, type, TYPING.has(type) ? hearing(listener) : listener, options);
  }
  try {
    return listen();
  } finally {
    // The method of its class is there again.
    for (const target of targets) Reflect.deleteProperty(target, 'addEventListener');
  }
}
