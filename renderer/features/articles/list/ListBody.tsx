import type { ReactElement } from 'react';
import { commandCaps } from '../../../commands.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { chooseManuscripts } from '../../../opened-files.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import {
  FileInput,
  FilePlus2,
  FileText,
  Inbox,
  RadioTower,
  Search,
  TriangleAlert,
} from '../../../ui/icons/icons.ts';
import { LoadingPane } from '../../../ui/Loading.tsx';
import type { EmptyListState } from './list-view.ts';

interface ListBodyProps {
  state: 'rows' | 'loading' | 'failed' | EmptyListState;
  onRetry: () => void;
  onClear: () => void;
  onCreate: () => void;
  children: ReactElement;
}

/** The rows, or why there are none and what to do about it. */
export function ListBody({ state, onRetry, onClear, onCreate, children }: ListBodyProps): ReactElement {
  const translate = useTranslate();
  switch (state) {
    case 'rows':
      return children;
    case 'loading':
      return <LoadingPane />;
    case 'failed':
      return (
        <EmptyState
          icon={TriangleAlert}
          tone="problem"
          title={translate('articles.failed.title')}
          actions={<Button onClick={onRetry}>{translate('ui.retry')}</Button>}
        />
      );
    case 'trash':
      return (
        <EmptyState icon={FileText} title={translate('articles.trashEmpty.title')}>
          {translate('articles.trashEmpty.text')}
        </EmptyState>
      );
    case 'mine':
      return (
        <EmptyState
          icon={Inbox}
          title={translate('articles.mine.empty.title')}
          actions={<Button onClick={onClear}>{translate('articles.none.clear')}</Button>}
        >
          {translate('articles.mine.empty.text')}
        </EmptyState>
      );
    case 'none':
      return (
        <EmptyState
          icon={Search}
          title={translate('articles.none.title')}
          actions={<Button onClick={onClear}>{translate('articles.none.clear')}</Button>}
        >
          {translate('articles.none.text')}
        </EmptyState>
      );
    case 'empty':
      return (
        <EmptyState
          icon={FileText}
          title={translate('articles.empty.title')}
          actions={
            <>
              <Button look="primary" icon={FilePlus2} caps={commandCaps('article.new')} onClick={onCreate}>
                {translate('articles.new')}
              </Button>
              <Button icon={FileInput} title={translate('import.hint')} onClick={chooseManuscripts}>
                {translate('import.button')}
              </Button>
              <Button icon={RadioTower} onClick={() => navigate({ screen: 'wire', storyId: null })}>
                {translate('articles.empty.wire')}
              </Button>
            </>
          }
        >
          {translate('articles.empty.text')}
        </EmptyState>
      );
  }
}
