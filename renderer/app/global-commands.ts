import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listed } from '../../shared/page/commands.ts';
import { useCommands } from '../commands.ts';
import { useCore } from '../core-client/core-client.ts';
import { errorMessage } from '../core-client/core-error.ts';
import { useTranslate } from '../i18n.ts';
import { navigate } from '../navigation.ts';
import { chooseManuscripts } from '../opened-files.ts';
import { personName, usePeople, useSitDown } from '../people.ts';
import { useSampleNewsroom } from '../sample-newsroom/use-sample-newsroom.ts';
import { useNewArticle } from '../story-types/use-new-article.ts';
import { useStoryTypes } from '../story-types/use-story-types.ts';
import {
  Activity,
  Bell,
  CalendarClock,
  Command,
  FileInput,
  FilePlus2,
  FileText,
  FlaskConical,
  GitPullRequestArrow,
  Keyboard,
  Languages,
  LayoutDashboard,
  MessageSquareText,
  Moon,
  Pause,
  Play,
  Radio,
  Rows3,
  Rows4,
  Send,
  Settings,
  Sun,
  SunMoon,
  UserRound,
  UserRoundCog,
  UsersRound,
} from '../ui/icons/icons.ts';
import { showToast } from '../ui/toast.ts';
import { showOverlay } from './overlays.ts';

/** The commands that are there on every screen. */
export function useGlobalCommands(): void {
  const { queries } = useCore();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const settings = useQuery(queries.settings.get.queryOptions()).data;
  const system = useQuery(queries.system.status.queryOptions()).data;

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  const change = useMutation(
    queries.settings.change.mutationOptions({
      onSuccess: (changed) => queryClient.setQueryData(queries.settings.get.queryKey(), changed),
      onError: tell,
    }),
  );
  const { begin } = useNewArticle();
  const { types } = useStoryTypes();
  const people = usePeople();
  const sitDown = useSitDown();
  const pause = useMutation(queries.wire.sources.pauseAll.mutationOptions({ onError: tell }));
  const sample = useSampleNewsroom();
  const sampleLoaded = sample.state?.loaded === true;
  const look = settings?.interface;
  const known = look !== undefined;

  useCommands([
    {
      ...listed('go.wire'),
      icon: Radio,
      run: () => navigate({ screen: 'wire', storyId: null }),
    },
    {
      ...listed('go.articles'),
      icon: FileText,
      run: () => navigate({ screen: 'articles', articleId: null }),
    },
    {
      ...listed('go.fronts'),
      icon: LayoutDashboard,
      run: () => navigate({ screen: 'fronts' }),
    },
    {
      ...listed('go.outbox'),
      icon: Send,
      run: () => navigate({ screen: 'outbox' }),
    },
    {
      ...listed('go.schedule'),
      icon: CalendarClock,
      run: () => navigate({ screen: 'outbox', page: 'schedule' }),
    },
    {
      ...listed('go.impact'),
      icon: GitPullRequestArrow,
      run: () => navigate({ screen: 'impact' }),
    },
    {
      id: 'go.comments',
      title: 'command.goComments',
      group: 'palette.group.go',
      icon: MessageSquareText,
      run: () => navigate({ screen: 'comments' }),
    },
    {
      id: 'go.status',
      title: 'command.goStatus',
      group: 'palette.group.go',
      icon: Activity,
      run: () => navigate({ screen: 'status' }),
    },
    {
      ...listed('go.settings'),
      icon: Settings,
      run: () => navigate({ screen: 'settings', page: '' }),
    },
    {
      ...listed('article.new'),
      icon: FilePlus2,
      run: () => begin(),
    },
    ...types.map(({ id, name }) => ({
      id: `article.new.${id}`,
      title: 'command.newArticleOf' as const,
      parameters: { name },
      group: 'palette.group.article' as const,
      icon: FilePlus2,
      run: () => begin(id),
    })),
    { ...listed('articles.import'), icon: FileInput, run: chooseManuscripts },
    { ...listed('people.switch'), icon: UsersRound, run: () => showOverlay('people') },
    ...people.active
      .filter(({ personId }) => personId !== people.current?.personId)
      .map((person) => ({
        id: `people.sitDown.${person.personId}`,
        title: 'people.command.sitDown' as const,
        parameters: { name: personName(person, translate) },
        group: 'palette.group.people' as const,
        icon: UserRound,
        run: () => sitDown(person.personId),
      })),
    {
      id: 'sample.change',
      title: sampleLoaded ? 'sample.remove' : 'sample.load',
      group: 'palette.group.wire',
      icon: FlaskConical,
      enabled: sample.state !== undefined && !sample.working,
      run: () => (sampleLoaded ? sample.remove() : void sample.load()),
    },
    {
      ...listed('people.manage'),
      icon: UserRoundCog,
      run: () => navigate({ screen: 'settings', page: 'orang' }),
    },
    {
      ...listed('wire.pauseAll'),
      icon: Pause,
      enabled: system?.intakePaused === false,
      run: () => pause.mutate({ paused: true }),
    },
    {
      ...listed('wire.resumeAll'),
      icon: Play,
      enabled: system?.intakePaused === true,
      run: () => pause.mutate({ paused: false }),
    },
    ...(['system', 'light', 'dark'] as const).map((theme) => ({
      ...listed(`look.theme.${theme}`),
      icon: { system: SunMoon, light: Sun, dark: Moon }[theme],
      enabled: known && look.theme !== theme,
      run: () => known && change.mutate({ interface: { ...look, theme } }),
    })),
    ...(['comfortable', 'compact'] as const).map((density) => ({
      id: `look.density.${density}`,
      title: `command.density.${density}` as const,
      group: 'palette.group.look' as const,
      icon: { comfortable: Rows3, compact: Rows4 }[density],
      enabled: known && look.density !== density,
      run: () => known && change.mutate({ interface: { ...look, density } }),
    })),
    ...(['id', 'en'] as const).map((language) => ({
      id: `look.language.${language}`,
      title: `command.language.${language}` as const,
      group: 'palette.group.look' as const,
      icon: Languages,
      enabled: known && look.language !== language,
      run: () => known && change.mutate({ interface: { ...look, language } }),
    })),
    {
      ...listed('help.palette'),
      icon: Command,
      hidden: true,
      run: () => showOverlay('palette'),
    },
    {
      id: 'help.notifications',
      title: 'ui.notifications',
      group: 'palette.group.help',
      icon: Bell,
      run: () => showOverlay('notifications'),
    },
    {
      ...listed('help.shortcuts'),
      icon: Keyboard,
      run: () => showOverlay('shortcuts'),
    },
  ]);
}
