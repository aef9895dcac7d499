import type { ReactElement } from 'react';
import { CORRECTION_PLACEMENTS, type CorrectionPlacement } from '../../shared/contract/corrections.ts';
import { useTranslate } from '../i18n.ts';
import { Field, Select } from '../ui/Field.tsx';

interface PlacementFieldProps {
  hint?: string;
  value: CorrectionPlacement;
  onChange: (placement: CorrectionPlacement) => void;
}

/** Where a correction stands: above the copy, below it, or in a post of its own. */
export function PlacementField({ hint, value, onChange }: PlacementFieldProps): ReactElement {
  const translate = useTranslate();
  return (
    <Field label={translate('corrections.placement')} hint={hint}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={({ target }) => onChange(target.value as CorrectionPlacement)}
        >
          {CORRECTION_PLACEMENTS.map((one) => (
            <option key={one} value={one}>
              {translate(`corrections.placement.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
