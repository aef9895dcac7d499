import type { ReactElement } from 'react';
import type { DeliveryView } from '../../../shared/contract/publishing.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CircleCheck, FileText, Send, TriangleAlert } from '../../ui/icons/icons.ts';
import { changeOutboxView } from './outbox-view.ts';

interface OutboxPlaceholderProps {
  view: DeliveryView;
  /** The target the list is limited to. */
  targetName: string | null;
  failed: boolean;
  onRetry: () => void;
}

/** Stands where the list is empty: says why, and what to do next. */
export function OutboxPlaceholder({
  view,
  targetName,
  failed,
  onRetry,
}: OutboxPlaceholderProps): ReactElement {
  const translate = useTranslate();
  if (failed) {
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('publishing.list.failed')}
        actions={<Button onClick={onRetry}>{translate('ui.retry')}</Button>}
      />
    );
  }
  if (view === 'all' && targetName !== null) {
    return (
      <EmptyState
        icon={Send}
        title={translate('publishing.empty.target.title', { name: targetName })}
        actions={
          <Button onClick={() => changeOutboxView({ targetId: null })}>
            {translate('publishing.empty.target.do')}
          </Button>
        }
      >
        {translate('publishing.empty.target.text')}
      </EmptyState>
    );
  }
  const fine = view === 'waiting' || view === 'stopped';
  return (
    <EmptyState
      icon={fine ? CircleCheck : Send}
      title={translate(`publishing.empty.${view}.title`)}
      actions={
        view === 'all' ? (
          <Button
            look="primary"
            icon={FileText}
            onClick={() => navigate({ screen: 'articles', articleId: null })}
          >
            {translate('publishing.empty.all.do')}
          </Button>
        ) : undefined
      }
    >
      {translate(`publishing.empty.${view}.text`)}
    </EmptyState>
  );
}
