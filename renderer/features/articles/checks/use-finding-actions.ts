/** What can be done about a finding, by buttons and keys alike. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Fix } from '../../../../shared/contract/checks.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import { showToast } from '../../../ui/toast.ts';
import { goToField, goToFieldSoon } from '../go-to-field.ts';
import type { CheckDesk } from './check-desk.ts';
import type { PlacedFinding } from './placed-findings.ts';

export interface FindingActions {
  mend(finding: PlacedFinding, fix: Fix): void;
  /** Mends everything of the same kind as one step to undo. */
  mendAll(finding: PlacedFinding, fix: Fix): void;
  ignore(finding: PlacedFinding): void;
  /** Leaves a finding of fidelity as it is, for a reason. */
  accept(finding: PlacedFinding, note: string): void;
  reopen(finding: PlacedFinding): void;
  addWord(finding: PlacedFinding, list: 'personal' | 'house'): void;
  goTo(finding: PlacedFinding): void;
  point(finding: PlacedFinding | null): void;
}

function kindOf({ check, code, text }: PlacedFinding): string {
  const isAboutWords = check === 'spelling' || check === 'foreign';
  if (check === 'fidelity') return `${check}/${code}/${text}`;
  return isAboutWords ? `${check}/${code}/${text.toLowerCase()}` : `${check}/${code}`;
}

/** Findings that are alike can be settled by one decision: those of one rule, or of one word. */
export function isAlike(one: PlacedFinding, other: PlacedFinding): boolean {
  return kindOf(one) === kindOf(other);
}

/** The same value for as long as the panel is shown, so that cards need not be drawn anew. */
export function useFindingActions(
  desk: CheckDesk,
  editor: EditorHandle,
  onHiddenField: (field: string) => void,
): FindingActions {
  const actions = useLatestActions(desk, editor, onHiddenField);
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState<FindingActions>(() => ({
    mend: (...given) => latest.current.mend(...given),
    mendAll: (...given) => latest.current.mendAll(...given),
    ignore: (...given) => latest.current.ignore(...given),
    accept: (...given) => latest.current.accept(...given),
    reopen: (...given) => latest.current.reopen(...given),
    addWord: (...given) => latest.current.addWord(...given),
    goTo: (...given) => latest.current.goTo(...given),
    point: (...given) => latest.current.point(...given),
  }));
  return stable;
}

function useLatestActions(
  desk: CheckDesk,
  editor: EditorHandle,
  onHiddenField: (field: string) => void,
): FindingActions {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const { current: person } = usePeople();

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  return {
    mend(finding, fix) {
      if (desk.mend([{ finding, fix }]) === 0) showToast(translate('checks.moved'), { tone: 'problem' });
    },
    mendAll(finding, fix) {
      const alike = desk.state.get().findings.filter((other) => isAlike(other, finding));
      const fixes = alike.flatMap((other) => {
        const chosen = other.check === 'spelling' ? fix : other.fixes.find(({ kind }) => kind === fix.kind);
        return chosen === undefined ? [] : [{ finding: other, fix: chosen }];
      });
      showToast(translate('checks.mended', { count: desk.mend(fixes) }));
    },
    ignore(finding) {
      desk.ignore(finding).then(
        () =>
          showToast(translate('checks.ignored'), {
            action: { label: translate('ui.undo'), run: () => void desk.heed(finding.key).catch(tell) },
          }),
        tell,
      );
    },
    accept(finding, note) {
      desk.accept(finding, note).then(
        () =>
          showToast(translate('checks.accepted'), {
            action: { label: translate('ui.undo'), run: () => void desk.reopen(finding.key).catch(tell) },
          }),
        tell,
      );
    },
    reopen: ({ key }) => void desk.reopen(key).catch(tell),
    addWord({ text }, list) {
      if (person === null) return;
      const word = text.toLowerCase();
      const { personId } = person;
      async function change(add: boolean): Promise<void> {
        const { checks } = await client.settings.get();
        const words = list === 'house' ? checks.houseWords : (checks.personalWords[personId] ?? []);
        const without = words.filter((known) => known.toLowerCase() !== word);
        const next = add ? [...without, word] : without;
        await client.settings.change({
          checks:
            list === 'house'
              ? { ...checks, houseWords: next }
              : { ...checks, personalWords: { ...checks.personalWords, [personId]: next } },
        });
        await queryClient.invalidateQueries({ queryKey: queries.settings.key() });
      }
      change(true).then(
        () =>
          showToast(translate('checks.wordAdded', { word }), {
            action: { label: translate('ui.undo'), run: () => void change(false).catch(tell) },
          }),
        tell,
      );
    },
    goTo({ place }) {
      if (place.block !== null) editor.marks.goTo(place);
      else if (!goToField(place.property, place)) {
        onHiddenField(place.property);
        goToFieldSoon(place.property, place);
      }
    },
    point(finding) {
      const place = finding?.place;
      editor.marks.point(place === undefined || place.block === null ? null : place);
      document.querySelector('[data-field][data-pointed]')?.removeAttribute('data-pointed');
      if (place?.block === null) {
        const field = document.querySelector(`[data-field="${CSS.escape(place.property)}"]`);
        field?.setAttribute('data-pointed', '');
        field?.scrollIntoView({ block: 'nearest' });
      }
    },
  };
}

/** Fixes of a finding; words that are not known bring theirs when they are looked at. */
export function useFixes(finding: PlacedFinding, wanted: boolean): readonly Fix[] {
  const { queries } = useCore();
  const asks = wanted && finding.check === 'spelling';
  const { data } = useQuery(
    queries.checks.suggest.queryOptions({
      input: { word: finding.text.slice(0, 100) },
      enabled: asks && finding.text !== '',
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  if (!asks) return finding.fixes;
  return (data ?? []).map((text) => ({ kind: 'replace', text }));
}
