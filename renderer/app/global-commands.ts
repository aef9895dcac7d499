import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Command,
  FilePlus2,
  FileText,
  Keyboard,
  Languages,
  LayoutDashboard,
  Moon,
  Radio,
  Send,
  Settings,
  Sun,
  SunMoon,
} from 'lucide-react';
import { useCommands } from '../commands.ts';
import { useCore } from '../core-client/core-client.ts';
import { errorMessage } from '../core-client/core-error.ts';
import { useTranslate } from '../i18n.ts';
import { navigate } from '../navigation.ts';
import { showToast } from '../ui/toast.ts';
import { showOverlay } from './overlays.ts';

/** The commands that are there on every screen. */
export function useGlobalCommands(): void {
  const { queries } = useCore();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const settings = useQuery(queries.settings.get.queryOptions()).data;

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
  const create = useMutation(
    queries.articles.create.mutationOptions({
      onSuccess: (article) => {
        queryClient.setQueryData(
          queries.articles.get.queryKey({ input: { articleId: article.articleId } }),
          article,
        );
        navigate({ screen: 'articles', articleId: article.articleId });
      },
      onError: tell,
    }),
  );
  const look = settings?.interface;
  const known = look !== undefined;

  useCommands([
    {
      id: 'go.wire',
      title: 'command.goWire',
      group: 'palette.group.go',
      icon: Radio,
      keys: ['Mod+1'],
      run: () => navigate({ screen: 'wire', storyId: null }),
    },
    {
      id: 'go.articles',
      title: 'command.goArticles',
      group: 'palette.group.go',
      icon: FileText,
      keys: ['Mod+2'],
      run: () => navigate({ screen: 'articles', articleId: null }),
    },
    {
      id: 'go.fronts',
      title: 'command.goFronts',
      group: 'palette.group.go',
      icon: LayoutDashboard,
      keys: ['Mod+3'],
      run: () => navigate({ screen: 'fronts' }),
    },
    {
      id: 'go.outbox',
      title: 'command.goOutbox',
      group: 'palette.group.go',
      icon: Send,
      keys: ['Mod+4'],
      run: () => navigate({ screen: 'outbox' }),
    },
    {
      id: 'go.settings',
      title: 'command.goSettings',
      group: 'palette.group.go',
      icon: Settings,
      keys: ['Mod+,'],
      run: () => navigate({ screen: 'settings', page: '' }),
    },
    {
      id: 'article.new',
      title: 'command.newArticle',
      group: 'palette.group.article',
      icon: FilePlus2,
      keys: ['Mod+Alt+n'],
      run: () => create.mutate({}),
    },
    ...(['system', 'light', 'dark'] as const).map((theme) => ({
      id: `look.theme.${theme}`,
      title: `command.theme.${theme}` as const,
      group: 'palette.group.look' as const,
      icon: { system: SunMoon, light: Sun, dark: Moon }[theme],
      enabled: known && look.theme !== theme,
      run: () => known && change.mutate({ interface: { ...look, theme } }),
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
      id: 'help.palette',
      title: 'command.palette',
      group: 'palette.group.help',
      icon: Command,
      keys: ['Mod+k'],
      hidden: true,
      run: () => showOverlay('palette'),
    },
    {
      id: 'help.shortcuts',
      title: 'command.shortcuts',
      group: 'palette.group.help',
      icon: Keyboard,
      keys: ['?'],
      run: () => showOverlay('shortcuts'),
    },
  ]);
}
