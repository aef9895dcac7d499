import { useLayoutEffect } from 'react';

/** How many of a kind are there. */
const standing = new Map<string, number>();

function stand(name: string, change: 1 | -1): void {
  const count = (standing.get(name) ?? 0) + change;
  standing.set(name, count);
  document.documentElement.toggleAttribute(name, count > 0);
}

/**
 * Says on the page's root element that something is there which others make room for. A style sheet that looked for it by
 * `body:has()` would have the browser look again with every element that comes or goes anywhere, each of the copy's too.
 */
export function usePageMark(name: 'data-dialog' | 'data-at-foot'): void {
  useLayoutEffect(() => {
    stand(name, 1);
    return () => stand(name, -1);
  }, [name]);
}
