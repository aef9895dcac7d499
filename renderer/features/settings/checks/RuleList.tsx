import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { adjustmentOf, adjustRule } from '../../../../shared/checks/house-rules.ts';
import type { ChecksSettings } from '../../../../shared/contract/checks-settings.ts';
import type { RuleSource } from '../../../../shared/contract/house-rules.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { TriangleAlert } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { changedByDraft, draftOfShipped } from './house-rule-draft.ts';
import { HouseRuleDialog } from './HouseRuleDialog.tsx';
import { RuleRow } from './RuleRow.tsx';
import { switched } from './switched.ts';
import styles from './checks-settings.module.css';

interface RuleListProps {
  checks: Pick<ChecksSettings, 'rulesOff' | 'adjustedRules'>;
  onChange: (change: Partial<ChecksSettings>) => void;
}

/** The rules that ship, as the house has them: switched, changed, put back. */
export function RuleList({ checks, onChange }: RuleListProps): ReactElement {
  const { rulesOff, adjustedRules } = checks;
  const translate = useTranslate();
  const { language } = useLocale();
  const { queries } = useCore();
  const { data, isPending, refetch } = useQuery(queries.checks.condition.queryOptions());
  const [editingId, setEditingId] = useState<string | null>(null);

  function asChanged(shipped: RuleSource): RuleSource {
    const changes = adjustedRules[shipped.id];
    return changes === undefined ? shipped : adjustRule(shipped, changes);
  }
  function restore({ id }: RuleSource): void {
    const { [id]: _gone, ...others } = adjustedRules;
    onChange({ adjustedRules: others });
  }
  function save(shipped: RuleSource, changed: RuleSource): void {
    const changes = adjustmentOf(shipped, changed);
    if (Object.keys(changes).length === 0) restore(shipped);
    else onChange({ adjustedRules: { ...adjustedRules, [shipped.id]: changes } });
  }

  if (isPending) return <Skeleton lines={6} />;
  if (data === undefined) {
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('settings.checks.rules.failed')}
        actions={<Button onClick={() => void refetch()}>{translate('ui.retry')}</Button>}
      />
    );
  }
  const editing = data.rules.find(({ id }) => id === editingId);
  return (
    <>
      <ul className={styles.rules} role="list">
        {data.rules.map((shipped) => {
          const { id, advice, examples } = asChanged(shipped);
          return (
            <RuleRow
              key={id}
              name={advice[language]}
              examples={examples}
              isChanged={adjustedRules[id] !== undefined}
              on={!rulesOff.includes(id)}
              onSwitch={(on) => onChange({ rulesOff: switched(rulesOff, id, on) })}
              onEdit={() => setEditingId(id)}
            />
          );
        })}
      </ul>
      {editing !== undefined && (
        <HouseRuleDialog
          title={asChanged(editing).advice[language]}
          own={false}
          draft={draftOfShipped(asChanged(editing), language)}
          ruleOf={(draft) => changedByDraft(editing, draft, language)}
          onSave={(draft) => save(editing, changedByDraft(editing, draft, language))}
          {...(adjustedRules[editing.id] === undefined ? {} : { onRestore: () => restore(editing) })}
          onClose={() => setEditingId(null)}
        />
      )}
    </>
  );
}
