import { Settings } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

export function SettingsScreen({ page }: { page: string }): ReactElement {
  const translate = useTranslate();
  return (
    <EmptyState icon={Settings} title={translate('shell.settings')}>
      {page}
    </EmptyState>
  );
}
