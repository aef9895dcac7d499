import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactElement } from 'react';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Columns3 } from '../../../ui/icons/icons.ts';
import { LoadingPane } from '../../../ui/Loading.tsx';
import { TickerPane } from './TickerPane.tsx';
import styles from './ticker.module.css';

/** All saved searches side by side, each a ticker. */
export function TickerScreen(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const searches = useQuery(queries.wire.searches.list.queryOptions()).data;
  if (searches === undefined) return <LoadingPane />;
  if (searches.length === 0) {
    return (
      <EmptyState icon={Columns3} title={translate('ticker.none')} actions={<ToWire />}>
        {translate('ticker.none.text')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.board} role="group" aria-label={translate('ticker.title')}>
      {searches.map((search) => (
        <TickerPane key={search.searchId} search={search} alone={false} />
      ))}
    </div>
  );
}

/** One ticker that has the window to itself. */
export function TickerWindow({ searchId }: { searchId: string }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const searches = useQuery(queries.wire.searches.list.queryOptions()).data;
  const search = searches?.find((one) => one.searchId === searchId);
  const name = search?.name ?? translate('ticker.title');
  useEffect(() => {
    document.title = `${name} – Redaksi`;
  }, [name]);
  if (searches === undefined) return <LoadingPane />;
  return (
    <main className={styles.window}>
      {search === undefined ? (
        <EmptyState icon={Columns3} title={translate('ticker.gone')} actions={<ToWire />} />
      ) : (
        <TickerPane search={search} alone />
      )}
    </main>
  );
}

function ToWire(): ReactElement {
  const translate = useTranslate();
  return (
    <Button onClick={() => navigate({ screen: 'wire', storyId: null })}>{translate('ticker.toWire')}</Button>
  );
}
