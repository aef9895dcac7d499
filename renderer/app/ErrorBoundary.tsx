import { Component, type ReactElement, type ReactNode } from 'react';
import { useTranslate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TriangleAlert } from '../ui/icons/icons.ts';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  children: ReactNode;
}

/** Keeps a failing screen from taking the others with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown; failed: boolean }> {
  override state: { error: unknown; failed: boolean } = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): { error: unknown; failed: boolean } {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Crash error={this.state.error} onAgain={() => this.setState({ error: null, failed: false })} />;
  }
}

function Crash({ error, onAgain }: { error: unknown; onAgain: () => void }): ReactElement {
  const translate = useTranslate();
  return (
    <EmptyState
      icon={TriangleAlert}
      tone="problem"
      title={translate('crash.title')}
      actions={
        <Button look="primary" onClick={onAgain}>
          {translate('crash.again')}
        </Button>
      }
    >
      <p>{translate('crash.text')}</p>
      <details className={styles.detail}>
        <summary>{translate('crash.detail')}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </EmptyState>
  );
}
