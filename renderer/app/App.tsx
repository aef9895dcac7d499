import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, type ReactElement } from 'react';
import type { Recovery } from '../../shared/contract/system.ts';
import { listenForShortcuts } from '../commands.ts';
import { useCore } from '../core-client/core-client.ts';
import { LocaleContext } from '../i18n.ts';
import { useRoute, useTickerWindow, type Route } from '../navigation.ts';
import { RemoveSampleDialog } from '../sample-newsroom/RemoveSampleDialog.tsx';
import { LoadingPane } from '../ui/Loading.tsx';
import { Toaster } from '../ui/Toaster.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { keepUndoInPlace } from '../undo-in-place.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { useDesktop } from './desktop.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';
import { ShortcutMap } from './ShortcutMap.tsx';
import { useKeptScreen } from './last-screen.ts';
import { lazyScreen, noteMissedStyles } from './lazy-screen.ts';
import { useAppliedSettings } from './settings.ts';

const FirstRunScreen = lazyScreen(
  async () => (await import('../features/settings/first-run/FirstRunScreen.tsx')).FirstRunScreen,
);
const WireScreen = lazyScreen(async () => (await import('../features/wire/WireScreen.tsx')).WireScreen);
const TickerScreen = lazyScreen(
  async () => (await import('../features/wire/ticker/TickerScreen.tsx')).TickerScreen,
);
const TickerWindow = lazyScreen(
  async () => (await import('../features/wire/ticker/TickerScreen.tsx')).TickerWindow,
);
const ArticlesScreen = lazyScreen(
  async () => (await import('../features/articles/ArticlesScreen.tsx')).ArticlesScreen,
);
const FrontsScreen = lazyScreen(
  async () => (await import('../features/fronts/FrontsScreen.tsx')).FrontsScreen,
);
const OutboxScreen = lazyScreen(
  async () => (await import('../features/publishing/OutboxScreen.tsx')).OutboxScreen,
);
const CommentsScreen = lazyScreen(
  async () => (await import('../features/comments/CommentsScreen.tsx')).CommentsScreen,
);
const ImpactScreen = lazyScreen(
  async () => (await import('../features/impact/ImpactScreen.tsx')).ImpactScreen,
);
const RecordScreen = lazyScreen(
  async () => (await import('../features/record/RecordScreen.tsx')).RecordScreen,
);
const StatusScreen = lazyScreen(
  async () => (await import('../features/status/StatusScreen.tsx')).StatusScreen,
);
const ScheduleScreen = lazyScreen(
  async () => (await import('../features/publishing/schedule/ScheduleScreen.tsx')).ScheduleScreen,
);
const SettingsScreen = lazyScreen(
  async () => (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen,
);

const RecoveryScreen = lazyScreen(
  async () => (await import('../features/settings/RecoveryScreen.tsx')).RecoveryScreen,
);

/** The whole window once it is connected. */
export function App(): ReactElement {
  const { locale, firstRun } = useAppliedSettings();
  const recovery = usePendingRecovery();
  const tickerId = useTickerWindow();
  useEffect(() => listenForShortcuts(), []);
  useEffect(() => keepUndoInPlace(), []);
  useEffect(() => noteMissedStyles(), []);
  return (
    <LocaleContext value={locale}>
      <DesktopLink />
      <TooltipProvider>
        {firstRun ? (
          <Suspense fallback={<LoadingPane />}>
            <FirstRunScreen />
          </Suspense>
        ) : tickerId !== null ? (
          <ErrorBoundary>
            <Suspense fallback={<LoadingPane />}>
              <TickerWindow searchId={tickerId} />
            </Suspense>
          </ErrorBoundary>
        ) : (
          <>
            <Shell inert={recovery !== null}>
              <RoutedScreen />
            </Shell>
            <CommandPalette />
            <ShortcutMap />
            <RemoveSampleDialog />
          </>
        )}
        {recovery !== null && (
          <Suspense fallback={null}>
            <RecoveryScreen recovery={recovery} />
          </Suspense>
        )}
        <Toaster />
      </TooltipProvider>
    </LocaleContext>
  );
}

/** What can be done changes with every screen and choice: the window does not render for it. */
function DesktopLink(): null {
  useDesktop();
  return null;
}

/** The choice that waits after damage: it lies over the window, and what is on the screen below stays as it is. */
function usePendingRecovery(): Recovery | null {
  const { queries } = useCore();
  return useQuery(queries.system.recovery.queryOptions()).data ?? null;
}

/** The screen of the address: what stands around it does not render when one moves about. */
function RoutedScreen(): ReactElement {
  const route = useRoute();
  useKeptScreen(route);
  return (
    <ErrorBoundary key={route.screen}>
      <Suspense fallback={<LoadingPane />}>
        <CurrentScreen route={route} />
      </Suspense>
    </ErrorBoundary>
  );
}

function CurrentScreen({ route }: { route: Route }): ReactElement {
  switch (route.screen) {
    case 'wire':
      return <WireScreen storyId={route.storyId} />;
    case 'articles':
      return <ArticlesScreen articleId={route.articleId} />;
    case 'fronts':
      return <FrontsScreen frontId={route.frontId ?? null} />;
    case 'outbox':
      return route.page === 'schedule' ? <ScheduleScreen /> : <OutboxScreen />;
    case 'comments':
      return <CommentsScreen />;
    case 'impact':
      return <ImpactScreen impactId={route.impactId ?? null} />;
    case 'record':
      return <RecordScreen articleId={route.articleId} recordId={route.recordId ?? null} />;
    case 'ticker':
      return <TickerScreen />;
    case 'status':
      return <StatusScreen />;
    case 'settings':
      return <SettingsScreen page={route.page} />;
  }
}
