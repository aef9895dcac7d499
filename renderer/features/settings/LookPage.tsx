import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { ChoiceRow, type Choice } from './ChoiceRow.tsx';
import { Section } from './Section.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const THEMES = ['system', 'light', 'dark'] as const;
const THEME_ICONS: Record<(typeof THEMES)[number], LucideIcon> = { system: Monitor, light: Sun, dark: Moon };
const LANGUAGES = ['id', 'en'] as const;

/** Language and theme of this window: taken at once. */
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
  return (
    <>
      <Section title={translate('settings.look.language')}>
        <ChoiceRow
          label={translate('settings.look.language')}
          choices={languages}
          value={settings.interface.language}
          onChange={(language) => change('interface', { language }, 'now')}
        />
      </Section>
      <Section title={translate('settings.look.theme')}>
        <ChoiceRow
          label={translate('settings.look.theme')}
          choices={themes}
          value={settings.interface.theme}
          onChange={(theme) => change('interface', { theme }, 'now')}
        />
      </Section>
    </>
  );
}
