import type { ReactElement, ReactNode } from 'react';
import { correctionText, withdrawalText } from '../../../shared/domain/correction-text.ts';
import { translate as translateTo, type MessageKey } from '../../../shared/i18n/translate.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { useNow } from '../../ui/use-now.ts';
import { Example } from './Example.tsx';
import styles from './CorrectionExample.module.css';
import { useSettingsForm } from './use-settings-form.ts';

/** What readers get is Indonesian, whatever language the interface speaks. */
const told = (key: MessageKey, parameters = {}): string => translateTo('id', key, parameters);

/** The house's template at work on a sentence that was wrong, where the house wants it to stand. */
export function CorrectionExample(): ReactElement {
  const translate = useTranslate();
  const { settings } = useSettingsForm();
  const { offsetMinutes } = useLocale();
  const now = useNow();
  const { corrections } = settings;
  const { placement } = corrections;
  const mended = {
    wrong: told('settings.corrections.example.wrong'),
    right: told('settings.corrections.example.right'),
    apology: true,
  };
  const headline = told('settings.corrections.example.headline');
  const ownHeadline = told('site.correction.ownHeadline', { headline });
  const note = (link?: string): ReactElement => (
    <Note title={told('site.correction.title.correction')} link={link}>
      {correctionText(corrections, mended, now, offsetMinutes)}
    </Note>
  );
  return (
    <Example caption={translate('corrections.preview')}>
      <Story headline={headline}>
        {placement === 'top' && note()}
        <p>{mended.right}</p>
        {placement === 'bottom' && note()}
        {placement === 'own' && note(ownHeadline)}
      </Story>
      {placement === 'own' && <Story headline={ownHeadline}>{note(headline)}</Story>}
    </Example>
  );
}

/** What stands at the address of a withdrawn story. */
export function WithdrawalExample(): ReactElement {
  const translate = useTranslate();
  const { settings } = useSettingsForm();
  const { offsetMinutes } = useLocale();
  const now = useNow();
  const headline = told('settings.corrections.example.headline');
  return (
    <Example caption={translate('corrections.preview')}>
      <Story headline={told('site.withdrawal.headline', { headline })}>
        <Note title={told('site.correction.title.withdrawal')}>
          {withdrawalText(settings.corrections, 'source', now, offsetMinutes)}
        </Note>
      </Story>
    </Example>
  );
}

function Story({ headline, children }: { headline: string; children: ReactNode }): ReactElement {
  return (
    <div className={styles.story} lang="id">
      <p className={styles.headline}>{headline}</p>
      {children}
    </div>
  );
}

function Note({
  title,
  link,
  children,
}: {
  title: string;
  link?: string | undefined;
  children: ReactNode;
}): ReactElement {
  return (
    <div className={styles.note}>
      <strong>{title}</strong>
      <p>{children}</p>
      {link !== undefined && <p className={styles.link}>{link}</p>}
    </div>
  );
}
