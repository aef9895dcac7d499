import { useId, useState, type ReactElement } from 'react';
import type { SampleState } from '../../shared/contract/sample.ts';
import { useTranslate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useAsking, useSampleNewsroom } from './use-sample-newsroom.ts';
import styles from './sample-newsroom.module.css';

const MOST_NAMED = 5;
const CHOICES = [
  { value: 'keep', label: 'sample.dialog.keep', hint: 'sample.dialog.keepHint' },
  { value: 'trash', label: 'sample.dialog.bin', hint: 'sample.dialog.binHint' },
] as const;

/** Stands once in the app: asks what becomes of the articles people wrote from the sample, and says what goes. */
export function RemoveSampleDialog(): ReactElement | null {
  const { asking } = useAsking();
  const { state } = useSampleNewsroom();
  return asking && state !== undefined ? <OpenDialog state={state} /> : null;
}

function OpenDialog({ state }: { state: SampleState }): ReactElement {
  const translate = useTranslate();
  const { close } = useAsking();
  const { removeWith, working } = useSampleNewsroom();
  const [wish, setWish] = useState<'keep' | 'trash'>('keep');
  const name = useId();
  const named = state.ownArticles.slice(0, MOST_NAMED);
  const more = state.ownArticles.length - named.length;
  return (
    <Dialog
      open
      onClose={close}
      size="small"
      title={translate('sample.dialog.title')}
      description={translate('sample.dialog.text', {
        stories: state.stories,
        articles: state.untouchedArticles,
      })}
      footer={
        <>
          <Button onClick={close}>{translate('ui.cancel')}</Button>
          <Button look="primary" busy={working} onClick={() => removeWith(wish)}>
            {translate('sample.remove')}
          </Button>
        </>
      }
    >
      <ul role="list" className={styles.own}>
        {named.map(({ articleId, headline }) => (
          <li key={articleId}>{headline === '' ? translate('articles.untitled') : headline}</li>
        ))}
        {more > 0 && <li>{translate('sample.dialog.more', { count: more })}</li>}
      </ul>
      <div className={styles.choices} role="radiogroup" aria-label={translate('sample.dialog.title')}>
        {CHOICES.map(({ value, label, hint }) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={wish === value}
              onChange={() => setWish(value)}
            />
            <span>
              {translate(label)}
              <span className={styles.hint}>{translate(hint)}</span>
            </span>
          </label>
        ))}
      </div>
    </Dialog>
  );
}
