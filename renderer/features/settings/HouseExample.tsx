import type { ReactElement } from 'react';
import { composeCredit } from '../../../shared/domain/credits.ts';
import { composeDateline } from '../../../shared/domain/datelines.ts';
import { useTranslate } from '../../i18n.ts';
import { usePeople } from '../../people.ts';
import { Example } from './Example.tsx';
import styles from './HouseExample.module.css';
import { useSettingsForm } from './use-settings-form.ts';

const SAMPLE_CODE = 'SU02';

/** The house's patterns at work on a line of copy, as they are typed; with `code` instead of who sits here. */
export function HouseExample({ code }: { code?: string }): ReactElement {
  const translate = useTranslate();
  const { settings, problems } = useSettingsForm();
  const { house } = settings;
  const { current } = usePeople();
  // The parts that a draft from the wire has: no region, no date.
  const dateline = composeDateline(
    { city: translate('settings.house.exampleCity'), outlet: house.outlet },
    house.datelinePattern,
  );
  const editorCode = (code ?? current?.code)?.trim() || SAMPLE_CODE;
  const credit = composeCredit({ agencies: ['Ant'], reporters: [], editorCode }, house.creditPattern);
  const own = composeCredit({ agencies: [], reporters: ['hnh'], editorCode }, house.creditPattern);
  const broken = problems.datelinePattern !== undefined || problems.creditPattern !== undefined;
  const missing = !dateline.ok && dateline.error.code === 'missing-value' ? dateline.error.placeholder : null;

  return (
    <Example caption={translate('settings.house.example')}>
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
    </Example>
  );
}
