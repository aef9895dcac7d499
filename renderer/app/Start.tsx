import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { SessionRequiredError } from '../core-client/connect.ts';
import { CoreContext } from '../core-client/core-client.ts';
import { openCore, type OpenedCore } from '../core-client/open-core.ts';
import { LocaleContext, useTranslate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PlugZap } from '../ui/icons/icons.ts';
import { LoadingPane } from '../ui/Loading.tsx';
import { App } from './App.tsx';
import { goToLastScreen } from './last-screen.ts';
import { rememberedInterface } from './settings.ts';

async function openWhereItWasLeft(): Promise<OpenedCore> {
  const opened = await openCore();
  await goToLastScreen(opened.core);
  return opened;
}

let opening: Promise<OpenedCore> | null = null;

/** Connects to the core, then shows the app; says so when that fails. */
export function Start(): ReactElement {
  const [opened, setOpened] = useState<OpenedCore | 'failed' | 'no-session' | null>(null);

  useEffect(() => {
    if (opened !== null) return undefined;
    let current = true;
    opening ??= openWhereItWasLeft();
    opening.then(
      (core) => current && setOpened(core),
      (error: unknown) => {
        opening = null;
        if (current) setOpened(error instanceof SessionRequiredError ? 'no-session' : 'failed');
      },
    );
    return () => {
      current = false;
    };
  }, [opened]);

  if (opened === null || opened === 'failed' || opened === 'no-session') {
    const { language } = rememberedInterface();
    return (
      <LocaleContext value={{ language, offsetMinutes: 420 }}>
        {opened === null ? <LoadingPane /> : <StartFailed reason={opened} onAgain={() => setOpened(null)} />}
      </LocaleContext>
    );
  }
  return (
    <CoreContext value={opened.core}>
      <QueryClientProvider client={opened.queryClient}>
        <App />
      </QueryClientProvider>
    </CoreContext>
  );
}

function StartFailed({
  reason,
  onAgain,
}: {
  reason: 'failed' | 'no-session';
  onAgain: () => void;
}): ReactElement {
  const translate = useTranslate();
  return (
    <EmptyState
      icon={PlugZap}
      tone="problem"
      title={translate(reason === 'failed' ? 'start.failed.title' : 'start.noSession.title')}
      actions={
        <Button look="primary" onClick={onAgain}>
          {translate('start.failed.again')}
        </Button>
      }
    >
      {translate(reason === 'failed' ? 'start.failed.text' : 'start.noSession.text')}
    </EmptyState>
  );
}
