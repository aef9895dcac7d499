import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ArticlePlace } from '../../../../shared/contract/places.ts';
import { useCore } from '../../../core-client/core-client.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { isSame } from '../../../editor/is-same.ts';
import { createRestTimer, type RestTimer } from '../../../rest-timer.ts';
import { focusedField, goSoon, goToField } from '../go-to-field.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { isInspectorTab, type InspectorTab } from '../inspector/inspector-tab.ts';
import { readScroll, restoreScroll } from './scroll-place.ts';

/** The place is kept after this much rest, at the latest so long after it changed. */
const KEPT_AFTER = { restMs: 400, latestMs: 1_500 };

interface KeptPlaceOptions {
  /** The article on screen, null where none is. */
  draft: Draft | null;
  handle: EditorHandle | null;
  /** What scrolls the copy. */
  ground: RefObject<HTMLElement | null>;
  tab: InspectorTab;
  onTab: (tab: InspectorTab) => void;
}

/**
 * Keeps where one is in the article (caret in copy or field, scrolling, open tab) with the core, and goes back there when the article is
 * opened in a window that has not shown it yet. Nothing of it runs per key but a timer.
 */
export function useKeptPlace({ draft, handle, ground, tab, onTab }: KeptPlaceOptions): void {
  const { client } = useCore();
  const timer = useRef<RestTimer>(null);
  const kept = useRef<unknown>(null);
  /** The browser keeps it while the copy is out of sight, whatever is opened meanwhile. */
  const isScrolled = useRef(false);

  const keep = useEffectEvent(() => {
    timer.current?.cancel();
    if (draft === null || handle === null || ground.current === null) return;
    const inCopy = handle.place();
    const field = inCopy.field ?? focusedField();
    const place = { ...inCopy, field, scroll: readScroll(ground.current), tab };
    const screen = window.location.hash;
    if (isSame(kept.current, { screen, place })) return;
    kept.current = { screen, place };
    draft.place.set(place);
    // A place that is not kept is no loss worth telling; the next one is tried all the same.
    client.places.keep({ screen, article: { articleId: draft.articleId, place } }).catch(() => {});
  });

  function goTo(field: NonNullable<ArticlePlace['field']>): boolean {
    return field.block === null ? goToField(field.name, field) : handle?.focusField(field) === true;
  }

  const goBack = useEffectEvent(() => {
    if (draft === null || handle === null) return;
    const place = draft.place.get();
    const scroll = place?.scroll ?? null;
    if (ground.current !== null && (scroll !== null || isScrolled.current))
      restoreScroll(ground.current, scroll);
    if (place === null) return;
    if (isInspectorTab(place.tab)) onTab(place.tab);
    const { field } = place;
    if (place.focused) handle.focus();
    else if (field !== null && !goTo(field)) goSoon(() => goTo(field));
  });
  useLayoutEffect(() => {
    if (draft !== null) goBack();
  }, [draft]);

  useEffect(() => {
    const scrolled = ground.current;
    const { stir, cancel } = (timer.current = createRestTimer(() => keep(), KEPT_AFTER));
    const onScroll = () => {
      isScrolled.current = scrolled !== null && scrolled.scrollTop > 0;
      stir();
    };
    const onLeave = () => keep();
    document.addEventListener('selectionchange', stir);
    scrolled?.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', onLeave);
    return () => {
      document.removeEventListener('selectionchange', stir);
      scrolled?.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', onLeave);
      cancel();
    };
  }, [ground]);

  useEffect(() => {
    if (draft !== null) timer.current?.stir();
  }, [draft, tab]);
}
