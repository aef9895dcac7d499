import type { ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import {
  Group,
  LogOut,
  Monitor,
  Moon,
  PanelBottom,
  Rows3,
  Rows4,
  Sun,
  Ungroup,
  type Icon,
} from '../../ui/icons/icons.ts';
import { AlertsSection } from './AlertsSection.tsx';
import { ChoiceRow, type Choice } from './ChoiceRow.tsx';
import { Section } from './Section.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const THEMES = ['system', 'light', 'dark'] as const;
const THEME_ICONS: Record<(typeof THEMES)[number], Icon> = { system: Monitor, light: Sun, dark: Moon };
const LANGUAGES = ['id', 'en'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;
const DENSITY_ICONS: Record<(typeof DENSITIES)[number], Icon> = { comfortable: Rows3, compact: Rows4 };

/** On a Mac a program without windows stays by the rules of the house; in a browser there is no tray. */
function hasTray(): boolean {
  return window.location.protocol === 'app:' && !/Mac/.test(navigator.userAgent);
}

/** Language, theme and density of this workplace: taken at once. What motion and focus follow is told. */
export function LookPage(): ReactElement {
  const translate = useTranslate();
  const { settings, change } = useSettingsForm();
  const languages: Choice<(typeof LANGUAGES)[number]>[] = LANGUAGES.map((value) => ({
    value,
    label: translate(`settings.look.language.${value}`),
  }));
  const themes: Choice<(typeof THEMES)[number]>[] = THEMES.map((value) => ({
    value,
    label: translate(`settings.look.theme.${value}`),
    icon: THEME_ICONS[value],
  }));
  const densities: Choice<(typeof DENSITIES)[number]>[] = DENSITIES.map((value) => ({
    value,
    label: translate(`settings.look.density.${value}`),
    icon: DENSITY_ICONS[value],
  }));
  const duplicates: Choice<'folded' | 'apart'>[] = [
    { value: 'folded', label: translate('duplicates.setting.folded'), icon: Group },
    { value: 'apart', label: translate('duplicates.setting.apart'), icon: Ungroup },
  ];
  const afterClosing: Choice<'stay' | 'quit'>[] = [
    { value: 'stay', label: translate('settings.look.tray.stay'), icon: PanelBottom },
    { value: 'quit', label: translate('settings.look.tray.quit'), icon: LogOut },
  ];
  return (
    <>
      <Section title={translate('settings.look.language')} text={translate('settings.look.languageText')}>
        <ChoiceRow
          label={translate('settings.look.language')}
          choices={languages}
          value={settings.interface.language}
          onChange={(language) => change('interface', { language }, 'now')}
        />
      </Section>
      <Section title={translate('settings.look.theme')} text={translate('settings.look.themeText')}>
        <ChoiceRow
          label={translate('settings.look.theme')}
          choices={themes}
          value={settings.interface.theme}
          onChange={(theme) => change('interface', { theme }, 'now')}
        />
      </Section>
      <Section title={translate('settings.look.density')} text={translate('settings.look.densityText')}>
        <ChoiceRow
          label={translate('settings.look.density')}
          choices={densities}
          value={settings.interface.density}
          onChange={(density) => change('interface', { density }, 'now')}
        />
      </Section>
      <Section title={translate('duplicates.setting')} text={translate('duplicates.settingText')}>
        <ChoiceRow
          label={translate('duplicates.setting')}
          choices={duplicates}
          value={settings.interface.foldDuplicates ? 'folded' : 'apart'}
          onChange={(choice) => change('interface', { foldDuplicates: choice === 'folded' }, 'now')}
        />
      </Section>
      {hasTray() && (
        <Section title={translate('settings.look.tray')} text={translate('settings.look.trayText')}>
          <ChoiceRow
            label={translate('settings.look.tray')}
            choices={afterClosing}
            value={settings.interface.keepInTray ? 'stay' : 'quit'}
            onChange={(choice) => change('interface', { keepInTray: choice === 'stay' }, 'now')}
          />
        </Section>
      )}
      <AlertsSection />
      <Section title={translate('settings.look.motion')} text={translate('settings.look.motionText')} />
    </>
  );
}
