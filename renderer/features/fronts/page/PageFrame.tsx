import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import type { Watched } from '../../../store.ts';
import { classes } from '../../../ui/classes.ts';
import { becomeLike } from './become-like.ts';
import styles from './PageFrame.module.css';

export type PageWidth = 'phone' | 'desktop';

/** Widths at which the page is laid out, in pixels; where there is less room it is shown smaller. */
const LAID_OUT: Readonly<Record<PageWidth, number>> = { phone: 390, desktop: 1200 };

interface PageFrameProps {
  /** Of a page the core serves. */
  address: string;
  title: string;
  width: PageWidth;
  /** Another value whenever the page may look different. It is heard beside React: nothing renders before the page is asked for. */
  round?: Watched<unknown>;
  /** Told whether the page could not be fetched. */
  onState?: (failed: boolean) => void;
}

/**
 * A page of the site in a frame that runs nothing. After the first time it is not loaded anew: what changed is put into
 * the page that stands, which keeps its place and does not flicker.
 */
export function PageFrame({ address, title, width, round, onState }: PageFrameProps): ReactElement {
  const holder = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRoom(holder);
  const tell = useEffectEvent((failed: boolean) => onState?.(failed));

  useEffect(() => {
    const holding = frame.current;
    if (holding === null || round === undefined) return undefined;
    let given = new AbortController();
    let missed = false;
    function look(): void {
      given.abort();
      given = new AbortController();
      const { signal } = given;
      const shown = holding?.contentDocument ?? null;
      missed = shown === null || shown.readyState !== 'complete' || !isOf(shown, address);
      if (shown === null || missed) return;
      void follow(shown, address, signal).then(
        () => tell(false),
        () => !signal.aborted && tell(true),
      );
    }
    const onLoad = (): void => void (missed && look());
    holding.addEventListener('load', onLoad);
    const stop = round.subscribe(look);
    return () => {
      stop();
      holding.removeEventListener('load', onLoad);
      given.abort();
    };
  }, [address, round]);

  const scale = room === null ? 1 : Math.min(1, room.width / LAID_OUT[width]);
  return (
    <div ref={holder} className={classes(styles.holder, styles[width])}>
      <iframe
        ref={frame}
        className={styles.page}
        src={address}
        title={title}
        style={{
          width: LAID_OUT[width],
          height: room === null ? '100%' : room.height / scale,
          transform: `scale(${scale})`,
        }}
        // The page may load its own style and pictures, and run nothing.
        sandbox="allow-same-origin"
      />
    </div>
  );
}

function isOf(page: Document, address: string): boolean {
  return URL.parse(page.URL)?.pathname === address;
}

/** Puts the page of now in place of the one shown. */
async function follow(shown: Document, address: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(address, { signal, cache: 'no-store' });
  if (!answer.ok) throw new Error(`the preview answered ${answer.status}`);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (signal.aborted) return;
  becomeLike(shown.body, next.body);
}

function useRoom(element: React.RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(() =>
      setRoom({ width: watched.clientWidth, height: watched.clientHeight }),
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
