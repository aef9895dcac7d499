import { memo, useEffect, useState, type ReactElement } from 'react';
import type { FactsIndex } from '../../../../shared/domain/front/resolve.ts';
import { useTranslate } from '../../../i18n.ts';
import { createStore } from '../../../store.ts';
import { classes } from '../../../ui/classes.ts';
import { RefreshCw, TriangleAlert } from '../../../ui/icons/icons.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { FrontDesk } from '../desk/front-desk.ts';
import { PageFrame, type PageWidth } from './PageFrame.tsx';
import styles from './PagePane.module.css';

interface PagePaneProps {
  desk: FrontDesk;
  name: string;
  /** What is known of the stories on it. */
  facts: FactsIndex;
  /** Edits wait that the page does not have yet. */
  behind: boolean;
}

/** The page itself, as the draft would have it: at the width of a phone or of a desk. */
export const PagePane = memo(function PagePane({ desk, name, facts, behind }: PagePaneProps): ReactElement {
  const translate = useTranslate();
  const [width, setWidth] = useState<PageWidth>('phone');
  const [failed, setFailed] = useState(false);
  const [round] = useState(() => createStore<unknown>(null));
  useEffect(() => desk.stored.subscribe(() => round.set({})), [desk, round]);
  useEffect(() => round.set(facts), [facts, round]);
  const isLate = failed || behind;
  return (
    <section className={styles.pane} aria-label={translate('fronts.page')}>
      <header className={styles.head}>
        <Tabs
          label={translate('fronts.page.width')}
          value={width}
          onChange={setWidth}
          items={[
            { value: 'phone', label: translate('fronts.page.phone') },
            { value: 'desktop', label: translate('fronts.page.desktop') },
          ]}
        />
        <span className={classes(styles.live, isLate && styles.failed)} role="status">
          {isLate ? <TriangleAlert size={13} /> : <RefreshCw size={13} />}
          {translate(isLate ? 'fronts.page.failed' : 'fronts.page.live')}
        </span>
      </header>
      <div className={styles.stage}>
        <PageFrame
          address={`/preview/front/${desk.frontId}/draft`}
          title={translate('fronts.page.title', { name })}
          width={width}
          round={round}
          onState={setFailed}
        />
      </div>
    </section>
  );
});
