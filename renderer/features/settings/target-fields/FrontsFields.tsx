import type { ReactElement, ReactNode } from 'react';
import type { GhostFronts, WordPressFronts } from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import styles from './FrontsFields.module.css';
import { TextField } from './TextField.tsx';

interface FrontsFieldsProps<Fronts> {
  /** Undefined: fronts do not go there. */
  fronts: Fronts | undefined;
  onChange: (fronts: Fronts | undefined) => void;
}

/** Whether launched fronts go to a WordPress, and how they are shown there. */
export function FrontsFields({ fronts, onChange }: FrontsFieldsProps<WordPressFronts>): ReactElement {
  const translate = useTranslate();
  return (
    <Launches
      hint={translate('settings.target.fronts.launchHint')}
      wanted={fronts !== undefined}
      onChange={(wanted) => onChange(wanted ? { sticky: false, sidebar: '', feed: false } : undefined)}
    >
      {fronts !== undefined && (
        <>
          <Choice
            label={translate('settings.target.fronts.sticky')}
            checked={fronts.sticky}
            onChange={(sticky) => onChange({ ...fronts, sticky })}
          />
          <Choice
            label={translate('settings.target.fronts.feed')}
            checked={fronts.feed}
            onChange={(feed) => onChange({ ...fronts, feed })}
          />
          <TextField
            label={translate('settings.target.fronts.sidebar')}
            hint={translate('settings.target.fronts.sidebarHint')}
            placeholder="sidebar-1"
            value={fronts.sidebar}
            onChange={(sidebar) => onChange({ ...fronts, sidebar })}
          />
        </>
      )}
    </Launches>
  );
}

/** Whether launched fronts go to a Ghost, and what becomes of the lead there. */
export function GhostFrontsFields({ fronts, onChange }: FrontsFieldsProps<GhostFronts>): ReactElement {
  const translate = useTranslate();
  return (
    <Launches
      hint={translate('settings.target.ghost.fronts.launchHint')}
      wanted={fronts !== undefined}
      onChange={(wanted) => onChange(wanted ? { featured: false } : undefined)}
    >
      {fronts !== undefined && (
        <Choice
          label={translate('settings.target.ghost.fronts.featured')}
          checked={fronts.featured}
          onChange={(featured) => onChange({ featured })}
        />
      )}
    </Launches>
  );
}

interface LaunchesProps {
  hint: string;
  wanted: boolean;
  onChange: (wanted: boolean) => void;
  /** How they are shown, once they are wanted. */
  children: ReactNode;
}

function Launches({ hint, wanted, onChange, children }: LaunchesProps): ReactElement {
  const translate = useTranslate();
  return (
    <fieldset className={styles.fronts}>
      <legend>{translate('settings.target.fronts')}</legend>
      <Choice
        label={translate('settings.target.fronts.launch')}
        hint={hint}
        checked={wanted}
        onChange={onChange}
      />
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Choice({ label, hint, checked, onChange }: ChoiceProps): ReactElement {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>
        {label}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}
