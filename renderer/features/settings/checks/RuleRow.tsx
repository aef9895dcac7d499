import type { ReactElement, ReactNode } from 'react';
import type { RuleExample } from '../../../../shared/contract/house-rules.ts';
import { useTranslate } from '../../../i18n.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { Switch } from '../../../ui/Field.tsx';
import { Pencil, Trash2 } from '../../../ui/icons/icons.ts';
import styles from './checks-settings.module.css';

interface RuleRowProps {
  /** Its advice: the name of the switch. */
  name: string;
  /** What it finds, where its advice does not say so. */
  found?: ReactNode;
  examples: readonly RuleExample[];
  /** A shipped rule that the house changed. */
  isChanged?: boolean;
  on: boolean;
  onSwitch: (on: boolean) => void;
  onEdit: () => void;
  onRemove?: () => void;
}

/** One house-style rule in a list: its switch, its examples, and the way to change it. */
export function RuleRow({
  name,
  found,
  examples,
  isChanged = false,
  on,
  onSwitch,
  onEdit,
  onRemove,
}: RuleRowProps): ReactElement {
  const translate = useTranslate();
  return (
    <li className={styles.rule}>
      <div className={styles.ruleWords}>
        <Switch
          label={name}
          hint={
            found !== undefined || examples.length > 0 ? (
              <>
                {found !== undefined && <div>{found}</div>}
                {examples.map(({ bad, good }, index) => (
                  <div key={index}>
                    <del className={styles.bad}>{bad}</del> <ins className={styles.good}>{good}</ins>
                  </div>
                ))}
              </>
            ) : undefined
          }
          checked={on}
          onChange={onSwitch}
        />
      </div>
      {isChanged && <Badge tone="accent">{translate('settings.checks.rule.changed')}</Badge>}
      <IconButton
        size="small"
        icon={Pencil}
        label={translate('settings.checks.rule.edit', { name })}
        onClick={onEdit}
      />
      {onRemove !== undefined && (
        <IconButton
          size="small"
          icon={Trash2}
          tone="danger"
          label={translate('settings.checks.rule.remove', { name })}
          onClick={onRemove}
        />
      )}
    </li>
  );
}
