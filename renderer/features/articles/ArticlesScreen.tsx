import { FileText } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

export function ArticlesScreen({ articleId }: { articleId: string | null }): ReactElement {
  const translate = useTranslate();
  return (
    <EmptyState icon={FileText} title={translate('shell.articles')}>
      {articleId}
    </EmptyState>
  );
}
