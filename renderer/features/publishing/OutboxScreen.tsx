import { Send } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

export function OutboxScreen(): ReactElement {
  const translate = useTranslate();
  return <EmptyState icon={Send} title={translate('shell.outbox')} />;
}
