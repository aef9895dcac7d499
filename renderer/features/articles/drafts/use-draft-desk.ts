import { useEffect } from 'react';
import { useCore, type Core } from '../../../core-client/core-client.ts';
import { keepBeforeClose } from '../../../unsaved.ts';
import { createDraftDesk, type DraftDesk } from './draft-desk.ts';

const desks = new WeakMap<Core, DraftDesk>();

/** Stores what is unsaved before the window is hidden or closed, and asks before closing where that did not work. */
function guardWindow(desk: DraftDesk): void {
  keepBeforeClose(desk);
  window.addEventListener('blur', () => void desk.flushAll());
  window.addEventListener('pagehide', () => void desk.flushAll());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void desk.flushAll();
  });
  window.addEventListener('beforeunload', (event) => {
    if (!desk.hasUnsaved()) return;
    void desk.flushAll();
    event.preventDefault();
  });
}

/** The drafts of this window. They outlive the screen: what is unsaved goes on being saved. */
export function useDraftDesk(): DraftDesk {
  const core = useCore();
  let desk = desks.get(core);
  if (desk === undefined) {
    desk = createDraftDesk(core);
    desks.set(core, desk);
    guardWindow(desk);
  }
  return desk;
}

/** Turns the desk to the article of the address. */
export function useShownArticle(desk: DraftDesk, articleId: string | null): void {
  useEffect(() => {
    desk.show(articleId);
  }, [desk, articleId]);
}
