/**
 * For tests: a page without a browser to draw components in; what needs layout or real keys is for the end-to-end tests.
 * Import it before anything that asks at its own start whether there is a page.
 */
import { parseHTML } from 'linkedom';
import { act, type ReactElement } from 'react';

const { window, document } = parseHTML('<!doctype html><html><body></body></html>');
Object.assign(globalThis, {
  window,
  document,
  HTMLElement: window.HTMLElement,
  HTMLIFrameElement: window.HTMLIFrameElement,
  Node: window.Node,
  Event: window.Event,
  CustomEvent: window.CustomEvent,
  MutationObserver: window.MutationObserver,
  getComputedStyle: () => ({}),
  IS_REACT_ACT_ENVIRONMENT: true,
});

export interface TestPage {
  draw(shown: ReactElement): Promise<void>;
  close(): Promise<void>;
}

/** A page that shows what was drawn last, until it is closed. */
export async function openPage(): Promise<TestPage> {
  // It, too, looks for the page when it is imported.
  const { createRoot } = await import('react-dom/client');
  const root = createRoot(document.body.appendChild(document.createElement('main')));
  return {
    draw: (shown) => act(async () => root.render(shown)),
    close: () => act(async () => root.unmount()),
  };
}
