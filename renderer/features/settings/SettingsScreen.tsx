import { useEffect, useRef, type ReactElement } from 'react';
import { useCommands } from '../../commands.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate, routeHref } from '../../navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import {
  CircleAlert,
  CircleCheck,
  LoaderCircle,
  PencilLine,
  TriangleAlert,
  Undo2,
} from '../../ui/icons/icons.ts';
import { LoadingPane } from '../../ui/Loading.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { ResizablePanes } from '../../ui/ResizablePanes.tsx';
import { CorrectionsPage } from './CorrectionsPage.tsx';
import { DataPage } from './DataPage.tsx';
import { ChecksPage } from './checks/ChecksPage.tsx';
import { HousePage } from './HousePage.tsx';
import { LookPage } from './LookPage.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { PAGE_ICONS, PAGES, readPage, type SettingsPage } from './settings-pages.ts';
import { RightsPage } from './rights/RightsPage.tsx';
import { RulesPage } from './rules/RulesPage.tsx';
import { TrailPage } from './TrailPage.tsx';
import { TargetsPage } from './TargetsPage.tsx';
import { SettingsFormContext, useSettingsForm, useSettingsFormState } from './use-settings-form.ts';
import { WritingPage } from './WritingPage.tsx';
import { SideHeading, SideItem, SidePane } from '../../ui/SidePane.tsx';
import styles from './SettingsScreen.module.css';

/** Pages that are one form, saved as it is filled in. */
const SAVES_ITSELF: ReadonlySet<SettingsPage> = new Set(['rumah', 'gaya', 'tulis', 'ralat', 'tampilan']);

/** The settings: their pages on the left, the chosen one beside them; saved as they are changed. */
export function SettingsScreen({ page: asked }: { page: string }): ReactElement {
  const page = readPage(asked);
  useCommands(
    PAGES.map((one) => ({
      id: `settings.go.${one}`,
      title: `settings.go.${one}` as const,
      group: 'palette.group.go' as const,
      icon: PAGE_ICONS[one],
      enabled: one !== page,
      run: () => navigate({ screen: 'settings', page: one }),
    })),
  );
  return (
    <ResizablePanes
      name="settings"
      panes={[
        {
          id: 'pages',
          width: { wide: 224, narrow: 196 },
          minWidth: 150,
          maxWidth: 340,
          children: <PageList current={page} />,
        },
        { id: 'page', minWidth: 420, children: <PagePane page={page} asked={asked} /> },
      ]}
    />
  );
}

function PageList({ current }: { current: SettingsPage }): ReactElement {
  const translate = useTranslate();
  return (
    <SidePane label={translate('settings.pages')}>
      <SideHeading>{translate('settings.title')}</SideHeading>
      <ul role="list">
        {PAGES.map((page) => (
          <SideItem
            key={page}
            icon={PAGE_ICONS[page]}
            href={routeHref({ screen: 'settings', page })}
            current={page === current ? 'page' : undefined}
          >
            {translate(`settings.page.${page}`)}
          </SideItem>
        ))}
      </ul>
    </SidePane>
  );
}

function PagePane({ page, asked }: { page: SettingsPage; asked: string }): ReactElement {
  const translate = useTranslate();
  const { form, failed, refetch } = useSettingsFormState();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [page]);

  if (form === null) {
    if (!failed) return <LoadingPane />;
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('settings.failed')}
        actions={<Button onClick={refetch}>{translate('ui.retry')}</Button>}
      />
    );
  }
  const savesItself = SAVES_ITSELF.has(page);
  return (
    <SettingsFormContext value={form}>
      <PaneHeader className={styles.header ?? ''}>
        <h1 className={styles.title}>{translate(`settings.page.${page}`)}</h1>
        {savesItself && <SaveState />}
      </PaneHeader>
      <div ref={body} className={styles.body}>
        <div className={styles.measure}>
          <p className={styles.lead}>{translate(`settings.page.${page}.text`)}</p>
          <Page page={page} asked={asked} />
        </div>
      </div>
    </SettingsFormContext>
  );
}

function Page({ page, asked }: { page: SettingsPage; asked: string }): ReactElement {
  switch (page) {
    case 'rumah':
      return <HousePage />;
    case 'orang':
      return <PeoplePage />;
    case 'gaya':
      return <ChecksPage />;
    case 'tulis':
      return <WritingPage />;
    case 'ralat':
      return <CorrectionsPage />;
    case 'hak':
      return <RightsPage />;
    case 'aturan':
      return <RulesPage />;
    case 'tampilan':
      return <LookPage />;
    case 'target':
      return <TargetsPage startNew={asked === 'target-baru'} />;
    case 'data':
      return <DataPage />;
    case 'jejak':
      return <TrailPage />;
  }
}

const SAVE_ICONS = {
  idle: null,
  typing: PencilLine,
  saving: LoaderCircle,
  saved: CircleCheck,
  withheld: CircleAlert,
  failed: TriangleAlert,
} as const;

/** Whether what one sees is saved, and the way back. */
function SaveState(): ReactElement {
  const translate = useTranslate();
  const { status, failure, undo, saveNow } = useSettingsForm();
  const Icon = SAVE_ICONS[status];
  return (
    <div className={styles.saveState}>
      <span
        className={classes(styles.state, styles[status])}
        role="status"
        data-save={status}
        title={failure ?? undefined}
      >
        {Icon !== null && <Icon size={14} />}
        {status !== 'idle' && translate(`settings.save.${status}`)}
      </span>
      {status === 'failed' && (
        <Button size="small" onClick={saveNow}>
          {translate('ui.retry')}
        </Button>
      )}
      {undo !== null && (
        <Button size="small" look="ghost" icon={Undo2} onClick={undo}>
          {translate('settings.undo')}
        </Button>
      )}
    </div>
  );
}
