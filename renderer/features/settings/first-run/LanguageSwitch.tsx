import { useId, type ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { useSettingsForm } from '../use-settings-form.ts';
import styles from './first-run.module.css';

const LANGUAGES = ['id', 'en'] as const;

/** The language, each under its own name: taken at once. */
export function LanguageSwitch(): ReactElement {
  const translate = useTranslate();
  const { settings, change } = useSettingsForm();
  const name = useId();
  return (
    <div className={styles.languages} role="radiogroup" aria-label={translate('firstRun.language')}>
      {LANGUAGES.map((language) => (
        <label key={language} lang={language}>
          <input
            type="radio"
            name={name}
            checked={settings.interface.language === language}
            onChange={() => change('interface', { language }, 'now')}
          />
          {translate(`settings.look.language.${language}`)}
        </label>
      ))}
    </div>
  );
}
