import { memo, type ReactElement } from 'react';
import type { FrontSummary } from '../../../shared/contract/fronts.ts';
import { commandCaps } from '../../commands.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { useStore } from '../../store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import {
  ChevronDown,
  History,
  LayoutDashboard,
  Newspaper,
  PenLine,
  Plus,
  Redo2,
  Rocket,
  RotateCcw,
  Trash2,
  Undo2,
  WifiOff,
} from '../../ui/icons/icons.ts';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import type { FrontDesk } from './desk/front-desk.ts';
import { useOpenedFront } from './front-context.ts';
import styles from './FrontHeader.module.css';

interface FrontHeaderProps {
  desk: FrontDesk;
  fronts: readonly FrontSummary[];
  current: FrontSummary;
  /** Changes that readers do not see yet. */
  unlaunched: number;
}

/** Which front it is, how it stands, and what can be done with it as a whole. */
export const FrontHeader = memo(function FrontHeader({
  desk,
  fronts,
  current,
  unlaunched,
}: FrontHeaderProps): ReactElement {
  const translate = useTranslate();
  const { open, discard } = useOpenedFront();
  const { undo, redo, saving } = useStore(desk.state);
  const entries: MenuEntry[] = [
    ...fronts.map(({ frontId, name, changed }) => ({
      label: name,
      checked: frontId === current.frontId,
      ...(changed > 0 ? { hint: translate('fronts.switch.changed', { count: changed }) } : {}),
      onSelect: () => navigate({ screen: 'fronts', frontId }),
    })),
    'separator',
    { label: translate('fronts.front.add'), icon: Plus, onSelect: () => open({ kind: 'newFront' }) },
    {
      label: translate('fronts.front.rename'),
      icon: PenLine,
      onSelect: () => open({ kind: 'renameFront' }),
    },
    {
      label: translate('fronts.front.remove'),
      icon: Trash2,
      tone: 'danger',
      disabled: current.kind === 'home',
      onSelect: () => open({ kind: 'removeFront' }),
    },
  ];
  return (
    <PaneHeader className={styles.header ?? ''}>
      <div className={styles.row}>
        <h1 className={styles.name}>
          <Menu
            label={translate('fronts.switch')}
            entries={entries}
            trigger={
              <button type="button" className={styles.switch}>
                {current.kind === 'newsletter' && <Newspaper size={16} />}
                {current.kind === 'section' && <LayoutDashboard size={16} />}
                <span className={styles.title}>{current.name}</span>
                <ChevronDown size={15} />
              </button>
            }
          />
        </h1>
        {unlaunched > 0 && (
          <span
            className={styles.unlaunched}
            role="status"
            title={translate('fronts.unlaunched', { count: unlaunched })}
          >
            <span className={styles.long}>{translate('fronts.unlaunched', { count: unlaunched })}</span>
            <span className={styles.short} aria-hidden>
              {unlaunched}
            </span>
          </span>
        )}
        {saving === 'late' && (
          <span className={styles.late} role="status">
            <WifiOff size={14} />
            <span className={styles.long}>{translate('fronts.late')}</span>
          </span>
        )}
        <span className={styles.spring} />
        <span className={styles.spare}>
          <IconButton
            icon={Undo2}
            label={undo === null ? translate('fronts.undo.none') : undoLabel('fronts.undo', undo)}
            caps={commandCaps('fronts.undo')}
            aria-disabled={undo === null}
            onClick={() => desk.undo()}
          />
          <IconButton
            icon={Redo2}
            label={redo === null ? translate('fronts.redo.none') : undoLabel('fronts.redo', redo)}
            caps={commandCaps('fronts.redo')}
            aria-disabled={redo === null}
            onClick={() => desk.redo()}
          />
        </span>
        <Button look="ghost" icon={History} onClick={() => open({ kind: 'history' })}>
          <span className={styles.long}>{translate('fronts.history')}</span>
        </Button>
        <Button
          icon={RotateCcw}
          title={translate('command.fronts.discard')}
          disabled={unlaunched === 0}
          onClick={() => discard(null)}
        >
          <span className={styles.long}>{translate('fronts.discard')}</span>
        </Button>
        <Button look="primary" icon={Rocket} onClick={() => open({ kind: 'launch', collectionIds: null })}>
          {translate('fronts.launch')}
        </Button>
      </div>
    </PaneHeader>
  );

  function undoLabel(key: 'fronts.undo' | 'fronts.redo', deed: NonNullable<typeof undo>): string {
    return translate(key, { what: translate(deed.key, deed.parameters) });
  }
});
