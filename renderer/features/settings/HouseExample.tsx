import type { ReactElement } from 'react';
import { composeCredit } from '../../../shared/domain/credits.ts';
import { composeDateline } from '../../../shared/domain/datelines.ts';
import { useTranslate } from '../../i18n.ts';
import styles from './HouseExample.module.css';
import { useSettingsForm } from './use-settings-form.ts';

const SAMPLE_CODE = 'SU02';

/** The house's patterns at work on a line of copy, as they are typed. */
export function HouseExample(): ReactElement {
  const translate = useTranslate();
  const { settings, problems } = useSettingsForm();
  const { house, person } = settings;
  // The parts that a draft from the wire has: no region, no date.
  const dateline = composeDateline(
    { city: translate('settings.house.exampleCity'), outlet: house.outlet },
    house.datelinePattern,
  );
  const editorCode = person.code.trim() === '' ? SAMPLE_CODE : person.code;
  const credit = composeCredit({ agencies: ['Ant'], reporters: [], editorCode }, house.creditPattern);
  const own = composeCredit({ agencies: [], reporters: ['hnh'], editorCode }, house.creditPattern);
  const broken = problems.datelinePattern !== undefined || problems.creditPattern !== undefined;
  const missing = !dateline.ok && dateline.error.code === 'missing-value' ? dateline.error.placeholder : null;

  return (
    <figure className={styles.example} aria-live="polite">
      <figcaption className={styles.caption}>{translate('settings.house.example')}</figcaption>
      {dateline.ok && credit.ok && own.ok ? (
        <>
          <p className={styles.copy} lang="id">
            <strong>{dateline.text}</strong>
            {translate('settings.house.exampleText')} {credit.text}
          </p>
          {own.text !== '' && (
            <p className={styles.own}>{translate('settings.house.exampleOwn', { credit: own.text })}</p>
          )}
        </>
      ) : (
        <p className={styles.own}>
          {missing !== null && !broken && missing !== 'OUTLET' && missing !== 'Outlet'
            ? translate('settings.house.exampleNeeds', { placeholder: `{${missing}}` })
            : translate('settings.house.exampleBroken')}
        </p>
      )}
    </figure>
  );
}
