import { useEffect } from 'react';
import { listed } from '../../../../shared/page/commands.ts';
import { useCommands } from '../../../commands.ts';
import { isQuiet, setQuiet, useQuiet } from '../../../quiet-mode.ts';
import { Maximize2 } from '../../../ui/icons/icons.ts';

/** Quiet writing while an article is on screen: answers whether it is on. Leaving full screen leaves it as well. */
export function useQuietWriting(shown: boolean): boolean {
  const quiet = useQuiet() && shown;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-quiet', quiet);
    return () => document.documentElement.removeAttribute('data-quiet');
  }, [quiet]);
  useEffect(() => {
    const onChange = (): void => {
      if (document.fullscreenElement === null) setQuiet(false);
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  useCommands(
    shown ? [{ ...listed('article.quiet'), icon: Maximize2, run: () => setQuiet(!isQuiet()) }] : [],
  );
  return quiet;
}
