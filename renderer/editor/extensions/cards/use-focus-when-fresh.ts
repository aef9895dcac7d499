import { useExtensionDependency } from '@lexical/react/useExtensionComponent';
import type { NodeKey } from 'lexical';
import { useEffect, useRef, type RefObject } from 'react';
import { FreshCardsExtension } from './fresh-cards-extension.ts';

/** A control that takes the focus when its card was just put into the copy. */
export function useFocusWhenFresh<Control extends HTMLElement>(key: NodeKey): RefObject<Control | null> {
  const control = useRef<Control>(null);
  const { keys } = useExtensionDependency(FreshCardsExtension).output;
  useEffect(() => {
    if (keys.delete(key)) control.current?.focus();
  }, [keys, key]);
  return control;
}
