import { Dialog as Radix } from 'radix-ui';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Monitor, RotateCw, Smartphone, X } from '../../../ui/icons/icons.ts';
import { layers } from '../../../ui/layers.ts';
import { Spinner } from '../../../ui/Loading.tsx';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import styles from './preview.module.css';

/** The page as the folder site will show it, made of the very copy that is stored. */
export function PreviewDialog({ draft, onClose }: { draft: Draft; onClose: () => void }): ReactElement {
  const translate = useTranslate();
  const { remember, giveBack } = useReturnFocus();
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop');
  const [round, setRound] = useState(0);
  const [ready, setReady] = useState<'saving' | 'saved' | 'unsaved'>('saving');
  useEffect(() => {
    let shown = true;
    void draft.autosave.flush().then((state) => {
      if (shown) setReady(state.kind === 'saved' ? 'saved' : 'unsaved');
    });
    return () => {
      shown = false;
    };
  }, [draft]);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal container={layers()}>
        <Radix.Content
          className={styles.preview}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            remember();
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveBack();
          }}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{translate('preview.title')}</Radix.Title>
            {ready === 'unsaved' && (
              <span className={styles.unsaved} role="alert">
                {translate('preview.unsaved')}
              </span>
            )}
            <span className={styles.spring} />
            <div role="group" aria-label={translate('preview.width')} className={styles.widths}>
              <IconButton
                icon={Monitor}
                label={translate('preview.desktop')}
                pressed={width === 'desktop'}
                onClick={() => setWidth('desktop')}
              />
              <IconButton
                icon={Smartphone}
                label={translate('preview.phone')}
                pressed={width === 'phone'}
                onClick={() => setWidth('phone')}
              />
            </div>
            <IconButton
              icon={RotateCw}
              label={translate('preview.reload')}
              onClick={() => setRound((last) => last + 1)}
            />
            <IconButton icon={X} label={translate('ui.close')} onClick={onClose} />
          </header>
          <div className={styles.stage}>
            {ready === 'saving' ? (
              <Spinner size={22} />
            ) : (
              <iframe
                key={round}
                className={classes(styles.page, width === 'phone' && styles.phone)}
                src={`/preview/${draft.articleId}`}
                title={translate('preview.title')}
                // The page may load its own style and pictures, and run nothing.
                sandbox="allow-same-origin"
              />
            )}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
