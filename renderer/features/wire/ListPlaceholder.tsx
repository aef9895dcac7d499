import type { ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { useSampleNewsroom } from '../../sample-newsroom/use-sample-newsroom.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CheckCheck, CloudOff, FlaskConical, Inbox, SearchX, Zap } from '../../ui/icons/icons.ts';
import { changeInboxView, type InboxView } from './inbox-view.ts';

interface ListPlaceholderProps {
  view: InboxView;
  failed: boolean;
  /** Whether any source but pasted and imported copy is set up. */
  hasSources: boolean;
  onRetry: () => void;
  onAddSource: () => void;
  onPaste: () => void;
  onImport: () => void;
}

/** Stands where the list has no rows: why, and what to do next. */
export function ListPlaceholder({
  view,
  failed,
  hasSources,
  onRetry,
  onAddSource,
  onPaste,
  onImport,
}: ListPlaceholderProps): ReactElement {
  const translate = useTranslate();
  const sample = useSampleNewsroom();
  const showAll = (
    <Button onClick={() => changeInboxView({ sourceId: null, marked: 'inbox', tab: 'all', query: '' })}>
      {translate('wire.empty.all')}
    </Button>
  );
  if (failed) {
    return (
      <EmptyState
        icon={CloudOff}
        tone="problem"
        title={translate('wire.list.failed')}
        actions={<Button onClick={onRetry}>{translate('ui.retry')}</Button>}
      >
        {translate('error.DISCONNECTED')}
      </EmptyState>
    );
  }
  if (view.query.trim() !== '') {
    return (
      <EmptyState
        icon={SearchX}
        title={translate('wire.empty.search.title', { query: view.query.trim() })}
        actions={showAll}
      >
        {translate('wire.empty.search.text')}
      </EmptyState>
    );
  }
  if (view.marked !== 'inbox') {
    return (
      <EmptyState icon={Inbox} title={translate(`wire.empty.${view.marked}.title`)} actions={showAll}>
        {translate(`wire.empty.${view.marked}.text`)}
      </EmptyState>
    );
  }
  if (view.tab === 'unread') {
    return (
      <EmptyState icon={CheckCheck} title={translate('wire.empty.unread.title')} actions={showAll}>
        {translate('wire.empty.unread.text')}
      </EmptyState>
    );
  }
  if (view.tab === 'urgent') {
    return (
      <EmptyState icon={Zap} title={translate('wire.empty.urgent.title')} actions={showAll}>
        {translate('wire.empty.urgent.text')}
      </EmptyState>
    );
  }
  const first = !hasSources;
  return (
    <EmptyState
      icon={Inbox}
      title={translate(first ? 'wire.empty.first.title' : 'wire.empty.waiting.title')}
      actions={
        <>
          {first && (
            <Button look="primary" onClick={onAddSource}>
              {translate('wire.empty.first.add')}
            </Button>
          )}
          {first && (
            <Button icon={FlaskConical} busy={sample.working} onClick={() => void sample.load()}>
              {translate('sample.try')}
            </Button>
          )}
          <Button onClick={onPaste}>{translate('wire.empty.first.paste')}</Button>
          <Button onClick={onImport}>{translate('wire.empty.first.import')}</Button>
        </>
      }
    >
      {translate(first ? 'wire.empty.first.text' : 'wire.empty.waiting.text')}
    </EmptyState>
  );
}
