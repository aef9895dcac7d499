import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Rule } from '../../../../shared/contract/rules.ts';
import { readWireQuery } from '../../../../shared/domain/wire-query.ts';
import { describeAction, describeCondition, type RuleNames } from '../../../../shared/i18n/describe-rule.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Switch } from '../../../ui/Field.tsx';
import { Plus, Route, TriangleAlert } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { moveItem, OrderedList } from '../OrderedList.tsx';
import { useSettingsForm } from '../use-settings-form.ts';
import { useTellError } from '../use-tell.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { RuleLog } from './RuleLog.tsx';
import styles from './rules.module.css';

/** The routing rules as sentences, and what they have done. */
export function RulesPage(): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const query = useQuery(queries.rules.list.queryOptions());
  const [editing, setEditing] = useState<Rule | 'new' | null>(null);
  const names = useRuleNames();
  const tellError = useTellError();
  const { queryKey } = queries.rules.list.queryOptions();
  const arrange = useMutation({
    mutationFn: (order: readonly Rule[]) =>
      client.rules.arrange({ ruleIds: order.map(({ ruleId }) => ruleId) }),
    onMutate: (order) => queryClient.setQueryData(queryKey, [...order]),
    onError(error) {
      tellError(error);
      void queryClient.invalidateQueries({ queryKey });
    },
  });

  if (query.isPending) return <Skeleton lines={4} />;
  if (query.data === undefined) {
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('rules.failed')}
        actions={<Button onClick={() => void query.refetch()}>{translate('ui.retry')}</Button>}
      />
    );
  }
  const rules = query.data;
  return (
    <div className={styles.page}>
      {rules.length === 0 ? (
        <div className={styles.none}>
          <Route size={20} />
          <p>
            <strong>{translate('rules.empty')}</strong> {translate('rules.empty.text')}
          </p>
        </div>
      ) : (
        <div className={styles.ordered}>
          <OrderedList
            label={translate('settings.page.aturan')}
            numbered
            items={rules.map((rule) => ({
              id: rule.ruleId,
              name: rule.name,
              content: <RuleRow rule={rule} names={names} onEdit={() => setEditing(rule)} />,
            }))}
            onMove={(from, to) => arrange.mutate(moveItem(rules, from, to))}
          />
          {rules.length > 1 && <p className={styles.quiet}>{translate('rules.order')}</p>}
        </div>
      )}
      <div>
        <Button icon={Plus} onClick={() => setEditing('new')}>
          {translate('rules.add')}
        </Button>
      </div>
      <RuleLog names={names} />
      {editing !== null && (
        <RuleDialog
          rule={editing === 'new' ? null : editing}
          before={rules.map(({ ruleId }) => ruleId)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

function useRuleNames(): RuleNames {
  const { nameOf } = usePeople();
  const { sections } = useSettingsForm().settings.house;
  return {
    person: nameOf,
    section: (slug) => sections.find((section) => section.slug === slug)?.name ?? slug,
  };
}

function RuleRow({
  rule,
  names,
  onEdit,
}: {
  rule: Rule;
  names: RuleNames;
  onEdit: () => void;
}): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const enable = useMutation({
    mutationFn: (enabled: boolean) => client.rules.save({ ruleId: rule.ruleId, rule: { ...rule, enabled } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.rules.key() }),
    onError: useTellError(),
  });
  const query = readWireQuery(rule.condition, 0, offsetMinutes);
  const sentence = translate('rules.sentence', {
    condition: describeCondition(query, language, offsetMinutes),
    actions: rule.actions.map((action) => describeAction(action, language, names)).join(', '),
  });
  return (
    <div className={classes(styles.rule, !rule.enabled && styles.off)}>
      <div className={styles.words}>
        <strong>{rule.name}</strong>
        <span>{sentence}</span>
        <span className={styles.quiet}>
          {rule.lastFiredAt === null ? (
            translate('rules.never')
          ) : (
            <>
              {translate('rules.fired', { count: rule.firings })} <RelativeTime value={rule.lastFiredAt} />
            </>
          )}
        </span>
      </div>
      <Switch
        label={translate('rules.enabled', { name: rule.name })}
        checked={rule.enabled}
        disabled={enable.isPending}
        onChange={(enabled) => enable.mutate(enabled)}
      />
      <Button size="small" aria-label={translate('rules.edit.of', { name: rule.name })} onClick={onEdit}>
        {translate('rules.edit')}
      </Button>
    </div>
  );
}
