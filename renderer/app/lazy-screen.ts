import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

const AGAIN_AFTER_MS = 1_000;

/** Whether the host was not there to give it; a fault within it is thrown on. Each browser, and the bundler, has its own words. */
function isUnfetched(error: unknown): boolean {
  return error instanceof Error && /import|preload/i.test(error.message);
}

/** Style sheets the host was not there to give. The bundler asks for those of a screen once, and never again. */
const missed = new Set<HTMLLinkElement>();

/** Notes what does not come, until the answer is called. */
export function noteMissedStyles(): () => void {
  const note = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missed.add(target);
  };
  // Such an event does not bubble.
  document.addEventListener('error', note, true);
  return () => document.removeEventListener('error', note, true);
}

function fetchStyles(before: HTMLLinkElement): Promise<void> {
  return new Promise((done, fail) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.addEventListener('load', () => done());
    sheet.addEventListener('error', () => fail(new Error('the style sheet could not be preloaded')));
    sheet.href = before.href;
    missed.delete(before);
    before.replaceWith(sheet);
  });
}

/** Throws while the host of a page that came over the network is away. What Electron shows lies beside it. */
async function knock(): Promise<void> {
  if (!globalThis.location?.protocol.startsWith('http')) return;
  await fetch(globalThis.location.pathname, { method: 'HEAD', cache: 'no-store' }).catch(() => {
    throw new Error('there is no host to import from');
  });
}

/**
 * Asks for it until the host gives it, and not before the host is there: a module that could once not be fetched is never
 * asked for again by some browsers (Chromium 150).
 */
export async function fetchPatiently<Fetched>(load: () => Promise<Fetched>): Promise<Fetched> {
  for (;;) {
    try {
      await knock();
      await Promise.all([...missed].map(fetchStyles));
      return await load();
    } catch (error) {
      if (!isUnfetched(error)) throw error;
      await new Promise((again) => setTimeout(again, AGAIN_AFTER_MS));
    }
  }
}

/** A screen that is fetched when it is first shown; while the host is gone it is on its way, and there once that is back. */
export function lazyScreen<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await fetchPatiently(load) }));
}
