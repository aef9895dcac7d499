/** A rule as its form holds it, and back. */
import type { RuleAction, RuleFacts } from '../../../../shared/contract/rules.ts';

export interface RuleDraft {
  name: string;
  condition: string;
  /** Parted by commas. */
  tags: string;
  /** Empty: left as it is. */
  section: string;
  urgency: string;
  personId: string;
  notify: boolean;
  draft: boolean;
  spike: boolean;
}

export const NEW_RULE: RuleDraft = {
  name: '',
  condition: '',
  tags: '',
  section: '',
  urgency: '',
  personId: '',
  notify: false,
  draft: false,
  spike: false,
};

export function draftOfRule({ name, condition, actions }: RuleFacts): RuleDraft {
  const draft: RuleDraft = { ...NEW_RULE, name, condition };
  const tags: string[] = [];
  for (const action of actions) {
    if (action.kind === 'tag') tags.push(action.tag);
    else if (action.kind === 'section') draft.section = action.section;
    else if (action.kind === 'urgency') draft.urgency = String(action.urgency);
    else if (action.kind === 'assign') draft.personId = action.personId;
    else draft[action.kind] = true;
  }
  return { ...draft, tags: tags.join(', ') };
}

/** In the order in which they are done and told. */
export function actionsOfDraft({
  tags,
  section,
  urgency,
  personId,
  notify,
  draft,
  spike,
}: RuleDraft): RuleAction[] {
  const wanted = new Set(tags.split(',').map((tag) => tag.trim().slice(0, 60)));
  return [
    ...[...wanted].filter((tag) => tag !== '').map((tag) => ({ kind: 'tag' as const, tag })),
    ...(section === '' ? [] : [{ kind: 'section' as const, section }]),
    ...(urgency === '' ? [] : [{ kind: 'urgency' as const, urgency: Number(urgency) }]),
    ...(personId === '' ? [] : [{ kind: 'assign' as const, personId }]),
    ...(draft ? [{ kind: 'draft' as const }] : []),
    ...(notify ? [{ kind: 'notify' as const }] : []),
    ...(spike ? [{ kind: 'spike' as const }] : []),
  ];
}

/** Adds a condition to those that were typed; a value with spaces stands in quotation marks. */
export function withCondition(condition: string, key: string | null, value: string): string {
  const plain = value.trim().replaceAll('"', '');
  const quoted = /\s/.test(plain) ? `"${plain}"` : plain;
  return `${condition.trim()} ${key === null ? quoted : `${key}:${quoted}`}`.trim();
}
