import { useState, type ReactElement } from 'react';
import type { AlertChoice } from '../../../shared/contract/alerts-settings.ts';
import { useTranslate } from '../../i18n.ts';
import { personName, usePeople } from '../../people.ts';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Field.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { Pair, Section } from './Section.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** How flash copy is made known: for the house, or for who sits here alone. */
export function AlertsSection(): ReactElement {
  const translate = useTranslate();
  const { settings, change } = useSettingsForm();
  const { current } = usePeople();
  const { house, people } = settings.alerts;
  const own = current === null ? undefined : people[current.personId];
  const choice = own ?? house;

  function choose(changed: Partial<AlertChoice>): void {
    const next = { ...choice, ...changed };
    if (current !== null && own !== undefined)
      change('alerts', { people: { ...people, [current.personId]: next } }, 'now');
    else change('alerts', { house: next }, 'now');
  }

  function setOwn(isOwn: boolean): void {
    if (current === null) return;
    const { [current.personId]: _mine, ...others } = people;
    change('alerts', { people: isOwn ? { ...others, [current.personId]: house } : others }, 'now');
  }

  return (
    <Section title={translate('alerts.title')} text={translate('alerts.text')}>
      {current !== null && (
        <Switch
          label={translate('alerts.own', { name: personName(current, translate) })}
          hint={translate(own === undefined ? 'alerts.own.house' : 'alerts.own.hint')}
          checked={own !== undefined}
          onChange={setOwn}
        />
      )}
      <Switch
        label={translate('alerts.sound')}
        checked={choice.sound}
        onChange={(sound) => choose({ sound })}
      />
      <Switch
        label={translate('alerts.notify')}
        checked={choice.notify}
        onChange={(notify) => choose({ notify })}
      />
      <AllowNotifications />
      <Switch
        label={translate('alerts.quiet')}
        hint={translate('alerts.quiet.hint')}
        checked={choice.quiet}
        onChange={(quiet) => choose({ quiet })}
      />
      {choice.quiet && (
        <Pair>
          <TimeField
            label={translate('alerts.quiet.from')}
            value={choice.quietFrom}
            onChange={(quietFrom) => choose({ quietFrom })}
          />
          <TimeField
            label={translate('alerts.quiet.to')}
            value={choice.quietTo}
            onChange={(quietTo) => choose({ quietTo })}
          />
        </Pair>
      )}
    </Section>
  );
}

/** A browser asks the person first, and only when a button was pressed; the desktop program needs no leave. */
function AllowNotifications(): ReactElement | null {
  const translate = useTranslate();
  const [permission, setPermission] = useState(() => Notification.permission);
  if (window.location.protocol === 'app:' || permission === 'granted') return null;
  if (permission === 'denied') return <p>{translate('alerts.denied')}</p>;
  return (
    <div>
      <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
        {translate('alerts.allow')}
      </Button>
    </div>
  );
}
