import { LayoutDashboard } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslate } from '../i18n.ts';
import { navigate } from '../navigation.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** Says what there is of front pages as yet, and where. */
export function FrontsScreen(): ReactElement {
  const translate = useTranslate();
  return (
    <EmptyState
      icon={LayoutDashboard}
      title={translate('shell.fronts.title')}
      actions={
        <Button onClick={() => navigate({ screen: 'outbox' })}>{translate('shell.fronts.outbox')}</Button>
      }
    >
      {translate('shell.fronts.text')}
    </EmptyState>
  );
}
