/**
 * Makes a part of a page that stands what it is in another page, touching only what differs: what stays is neither laid
 * out nor fetched again, and does not flicker.
 */
export function becomeLike(shown: Element, next: Element): void {
  if (shown.isEqualNode(next)) return;
  if (!holdsElementsOnly(shown) || !holdsElementsOnly(next) || !isSameFrame(shown, next)) {
    shown.replaceWith(next);
    return;
  }
  const coming = [...next.children];
  let stands = shown.firstElementChild;
  for (const [at, element] of coming.entries()) {
    const found = nextEqual(stands, element);
    if (found !== null) {
      removeUntil(stands, found);
      stands = found.nextElementSibling;
    } else if (stands !== null && !coming.slice(at + 1).some((later) => later.isEqualNode(stands))) {
      const following = stands.nextElementSibling;
      becomeLike(stands, element);
      stands = following;
    } else shown.insertBefore(element, stands);
  }
  removeUntil(stands, null);
}

/** Elements, and between them at most the spaces of a tidy source. */
function holdsElementsOnly(element: Element): boolean {
  if (element.firstElementChild === null) return false;
  return [...element.childNodes].every(
    (node) => node.nodeType === node.ELEMENT_NODE || node.textContent?.trim() === '',
  );
}

/** The same but for what they hold. */
function isSameFrame(one: Element, other: Element): boolean {
  return one.cloneNode(false).isEqualNode(other.cloneNode(false));
}

function nextEqual(from: Element | null, wanted: Element): Element | null {
  for (let element = from; element !== null; element = element.nextElementSibling) {
    if (element.isEqualNode(wanted)) return element;
  }
  return null;
}

function removeUntil(from: Element | null, end: Element | null): void {
  for (let element = from; element !== null && element !== end;) {
    const following: Element | null = element.nextElementSibling;
    element.remove();
    element = following;
  }
}
