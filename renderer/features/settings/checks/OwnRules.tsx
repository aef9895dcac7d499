import { useRef, useState, type ReactElement } from 'react';
import { ownRuleSource } from '../../../../shared/checks/house-rules.ts';
import type { ChecksSettings, OwnRule } from '../../../../shared/contract/checks-settings.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Plus } from '../../../ui/icons/icons.ts';
import { draftOfOwn, NEW_HOUSE_RULE, ownOfDraft } from './house-rule-draft.ts';
import { HouseRuleDialog } from './HouseRuleDialog.tsx';
import { RuleRow } from './RuleRow.tsx';
import { switched } from './switched.ts';
import styles from './checks-settings.module.css';

const MOST_RULES = 500;

interface OwnRulesProps {
  checks: Pick<ChecksSettings, 'rulesOff' | 'ownRules'>;
  onChange: (change: Partial<ChecksSettings>) => void;
}

/** The first id of the house's own rules that is free. */
function freeId(rules: readonly OwnRule[]): string {
  const taken = new Set(rules.map(({ ruleId }) => ruleId));
  let number = rules.length + 1;
  while (taken.has(`rumah-${number}`)) number += 1;
  return `rumah-${number}`;
}

/** Rules a house adds: switched, changed, removed, added. */
export function OwnRules({ checks, onChange }: OwnRulesProps): ReactElement {
  const { rulesOff, ownRules: rules } = checks;
  const translate = useTranslate();
  const [editingId, setEditingId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const addButton = useRef<HTMLDivElement>(null);

  /** In its place; at the end where it is new, or was removed meanwhile in another window. */
  function keep(rule: OwnRule): void {
    const isThere = rules.some(({ ruleId }) => ruleId === rule.ruleId);
    const next = rules.map((one) => (one.ruleId === rule.ruleId ? rule : one));
    onChange({ ownRules: isThere ? next : [...rules, rule] });
  }
  function remove(index: number, { ruleId }: OwnRule): void {
    onChange({
      ownRules: rules.filter((one) => one.ruleId !== ruleId),
      rulesOff: switched(rulesOff, ruleId, true),
    });
    const rows = list.current?.children;
    const next = rows?.[index + 1] ?? rows?.[index - 1] ?? addButton.current;
    next?.querySelector('button')?.focus();
  }

  const editing = rules.find(({ ruleId }) => ruleId === editingId);
  return (
    <div className={styles.own}>
      {rules.length === 0 ? (
        <p className={styles.empty}>{translate('settings.checks.own.empty')}</p>
      ) : (
        <ul ref={list} className={styles.rules} role="list">
          {rules.map((rule, index) => {
            const { ruleId, find, replacement, advice, isPattern, examples } = rule;
            return (
              <RuleRow
                key={ruleId}
                name={advice === '' ? find : advice}
                found={
                  <>
                    <span className={isPattern ? styles.pattern : undefined}>{find}</span>
                    {replacement !== '' && <span className={styles.good}> → {replacement}</span>}
                  </>
                }
                examples={examples}
                on={!rulesOff.includes(ruleId)}
                onSwitch={(on) => onChange({ rulesOff: switched(rulesOff, ruleId, on) })}
                onEdit={() => setEditingId(ruleId)}
                onRemove={() => remove(index, rule)}
              />
            );
          })}
        </ul>
      )}
      <div ref={addButton}>
        <Button icon={Plus} disabled={rules.length >= MOST_RULES} onClick={() => setEditingId(freeId(rules))}>
          {translate('settings.checks.own.add')}
        </Button>
      </div>
      {editingId !== null && (
        <HouseRuleDialog
          title={translate(editing === undefined ? 'settings.checks.own.new' : 'settings.checks.own.editing')}
          own
          draft={editing === undefined ? NEW_HOUSE_RULE : draftOfOwn(editing)}
          ruleOf={(draft) => ownRuleSource(ownOfDraft(draft, editingId))}
          onSave={(draft) => keep(ownOfDraft(draft, editingId))}
          onClose={() => setEditingId(null)}
        />
      )}
    </div>
  );
}
