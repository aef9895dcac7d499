import type { ReactElement } from 'react';
import { useTranslate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { FlaskConical } from '../ui/icons/icons.ts';
import { useSampleNewsroom } from './use-sample-newsroom.ts';
import styles from './sample-newsroom.module.css';

/** Says under the sources that what one sees is made up, and takes it out. */
export function SampleStrip(): ReactElement | null {
  const translate = useTranslate();
  const { state, working, remove } = useSampleNewsroom();
  if (state?.loaded !== true) return null;
  return (
    <section className={styles.strip} aria-label={translate('sample.name')}>
      <FlaskConical size={15} />
      <div>
        <strong>{translate('sample.name')}</strong>
        <span>{translate('sample.strip', { count: state.stories })}</span>
      </div>
      <Button size="small" busy={working} aria-label={translate('sample.remove')} onClick={remove}>
        {translate('sample.removeShort')}
      </Button>
    </section>
  );
}
