import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactElement } from 'react';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { createStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TriangleAlert } from '../../ui/icons/icons.ts';
import { LoadingPane } from '../../ui/Loading.tsx';
import { OpenFront } from './OpenFront.tsx';

/** The front that was open last: coming back to the screen finds it again. */
const lastOpened = createStore<string | null>(null);

/** The fronts of the house, one of them open. `frontId` null: the one that was open, else Beranda. */
export function FrontsScreen({ frontId }: { frontId: string | null }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { data: fronts, error, isError, refetch } = useQuery(queries.fronts.list.queryOptions());
  const wanted = frontId ?? lastOpened.get();
  const current = fronts?.find((front) => front.frontId === wanted) ?? fronts?.[0];
  const currentId = current?.frontId ?? null;
  useEffect(() => lastOpened.set(currentId), [currentId]);

  if (isError && fronts === undefined) {
    const { key, parameters } = errorMessage(error);
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('fronts.failed')}
        actions={<Button onClick={() => void refetch()}>{translate('ui.retry')}</Button>}
      >
        {translate(key, parameters)}
      </EmptyState>
    );
  }
  if (fronts === undefined || current === undefined) return <LoadingPane />;
  return <OpenFront key={current.frontId} summary={current} fronts={fronts} />;
}
