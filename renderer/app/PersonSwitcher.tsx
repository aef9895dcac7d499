import type { ReactElement } from 'react';
import { commandCaps } from '../commands.ts';
import { useTranslate } from '../i18n.ts';
import { navigate } from '../navigation.ts';
import { personName, usePeople, useSitDown } from '../people.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { UserRoundCog } from '../ui/icons/icons.ts';
import { Menu } from '../ui/Menu.tsx';
import { initialsOf } from '../ui/initials.ts';
import { showOverlay, useOverlay } from './overlays.ts';
import styles from './Rail.module.css';

/** Who sits here, by initials at the foot of the rail; one click more and it is somebody else. */
export function PersonSwitcher(): ReactElement | null {
  const translate = useTranslate();
  const { active, current } = usePeople();
  const sitDown = useSitDown();
  const open = useOverlay() === 'people';
  if (current === null) return null;
  const name = personName(current, translate);
  return (
    <Menu
      label={translate('people.switcher.menu')}
      side="right"
      align="end"
      open={open}
      onOpenChange={(next) => showOverlay(next ? 'people' : null)}
      trigger={
        <button
          type="button"
          className={styles.avatar}
          title={`${translate('people.switcher.tooltip', { name })} (${commandCaps('people.switch').join(' ')})`}
          aria-label={`${translate('people.switcher', {
            name,
            role: translate(`people.role.${current.role}`),
          })}, ${initialsOf(current.name)}`}
        >
          <Avatar name={current.name} id={current.personId} />
        </button>
      }
      entries={[
        ...active.map((person) => ({
          label: personName(person, translate),
          hint: translate(`people.role.${person.role}`),
          mark: <Avatar name={person.name} id={person.personId} size="small" />,
          checked: person.personId === current.personId,
          onSelect: () => person.personId !== current.personId && sitDown(person.personId),
        })),
        'separator',
        {
          label: translate('people.manage'),
          icon: UserRoundCog,
          onSelect: () => navigate({ screen: 'settings', page: 'orang' }),
        },
      ]}
    />
  );
}
