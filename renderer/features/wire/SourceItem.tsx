import type { ReactElement } from 'react';
import { MANUAL_SOURCE_ID, type Source } from '../../../shared/contract/wire-sources.ts';
import { formatNumber } from '../../../shared/i18n/translate.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Activity, Pause, Pencil, Play, RefreshCw, Trash2 } from '../../ui/icons/icons.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { SideDot, SideItem } from '../../ui/SidePane.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { decideSourceWords } from './source-words.ts';
import { useSourceActions } from './use-source-actions.ts';

interface SourceItemProps {
  source: Source;
  current: boolean;
  onSelect: () => void;
  onEdit: () => void;
  onDetails: () => void;
}

/** A source in the list: its state by dot and words, its unread stories, its menu. */
export function SourceItem({ source, current, onSelect, onEdit, onDetails }: SourceItemProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { dot, reason } = decideSourceWords(source, useNow(), language, offsetMinutes);
  const actions = useSourceActions(source);
  const { paused } = source;
  // The one source that we named, not the house.
  const name = source.id === MANUAL_SOURCE_ID ? translate('sources.manual') : source.name;
  const entries: MenuEntry[] = [{ label: translate('sources.details'), icon: Activity, onSelect: onDetails }];
  const polledEntries: MenuEntry[] = [
    {
      label: translate('sources.checkNow'),
      icon: RefreshCw,
      disabled: paused,
      onSelect: actions.checkNow,
    },
    {
      label: translate(paused ? 'sources.resume' : 'sources.pause'),
      icon: paused ? Play : Pause,
      onSelect: () => actions.setPaused(!paused),
    },
    { label: translate('sources.edit'), icon: Pencil, onSelect: onEdit },
    'separator',
    { label: translate('sources.remove'), icon: Trash2, tone: 'danger', onSelect: actions.remove },
  ];
  const reasonWords = reason === null ? null : translate(reason.key, reason.parameters);
  return (
    <SideItem
      icon={<SideDot look={dot} working={source.state.status === 'working'} />}
      current={current ? 'page' : undefined}
      title={source.address === '' ? undefined : source.address}
      aside={reasonWords ?? (source.unread > 0 && <Unread count={source.unread} />)}
      menu={{
        label: translate('sources.more', { name }),
        entries: source.kind === 'manual' ? entries : [...entries, ...polledEntries],
      }}
      onClick={onSelect}
    >
      {name}
    </SideItem>
  );
}

function Unread({ count }: { count: number }): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  return (
    <>
      <span aria-hidden>{formatNumber(language, count)}</span>
      <VisuallyHidden>{translate('sources.unread', { count })}</VisuallyHidden>
    </>
  );
}
