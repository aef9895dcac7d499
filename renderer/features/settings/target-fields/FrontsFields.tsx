import type { ReactElement } from 'react';
import type { GhostFronts, WordPressFronts } from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input } from '../../../ui/Field.tsx';
import styles from './FrontsFields.module.css';

interface FrontsFieldsProps {
  /** Undefined: fronts do not go there. */
  fronts: WordPressFronts | undefined;
  onChange: (fronts: WordPressFronts | undefined) => void;
}

/** Whether launched fronts go to a WordPress, and how they are shown there. */
export function FrontsFields({ fronts, onChange }: FrontsFieldsProps): ReactElement {
  const translate = useTranslate();
  return (
    <fieldset className={styles.fronts}>
      <legend>{translate('settings.target.fronts')}</legend>
      <Choice
        label={translate('settings.target.fronts.launch')}
        hint={translate('settings.target.fronts.launchHint')}
        checked={fronts !== undefined}
        onChange={(wanted) => onChange(wanted ? { sticky: false, sidebar: '', feed: false } : undefined)}
      />
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
          <Field
            label={translate('settings.target.fronts.sidebar')}
            hint={translate('settings.target.fronts.sidebarHint')}
          >
            {(control) => (
              <Input
                {...control}
                value={fronts.sidebar}
                placeholder="sidebar-1"
                autoComplete="off"
                spellCheck={false}
                onChange={({ target }) => onChange({ ...fronts, sidebar: target.value })}
              />
            )}
          </Field>
        </>
      )}
    </fieldset>
  );
}

interface GhostFrontsFieldsProps {
  /** Undefined: fronts do not go there. */
  fronts: GhostFronts | undefined;
  onChange: (fronts: GhostFronts | undefined) => void;
}

/** Whether launched fronts go to a Ghost, and what becomes of the lead there. */
export function GhostFrontsFields({ fronts, onChange }: GhostFrontsFieldsProps): ReactElement {
  const translate = useTranslate();
  return (
    <fieldset className={styles.fronts}>
      <legend>{translate('settings.target.fronts')}</legend>
      <Choice
        label={translate('settings.target.fronts.launch')}
        hint={translate('settings.target.ghost.fronts.launchHint')}
        checked={fronts !== undefined}
        onChange={(wanted) => onChange(wanted ? { featured: false } : undefined)}
      />
      {fronts !== undefined && (
        <Choice
          label={translate('settings.target.ghost.fronts.featured')}
          checked={fronts.featured}
          onChange={(featured) => onChange({ featured })}
        />
      )}
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
