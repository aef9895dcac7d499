import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { isSame } from '../../editor/is-same.ts';
import { useTranslate } from '../../i18n.ts';
import {
  letGo,
  NOTHING_TYPED,
  overlay,
  pushStep,
  typeInto,
  type Group,
  type Step,
  type Typed,
} from './settings-draft.ts';
import { findProblems, withoutProblems, type Problems } from './validate-settings.ts';

const SAVE_AFTER_MS = 500;

/** Kept outside the screen: what could not be saved is still there when one comes back to it. */
let kept: { typed: Typed; steps: readonly Step[] } = { typed: NOTHING_TYPED, steps: [] };
const listeners = new Set<() => void>();

function keep(next: typeof kept): void {
  kept = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface SettingsForm {
  /** As shown: what is typed over what is saved. */
  settings: Settings;
  problems: Problems;
  status: 'idle' | 'typing' | 'saving' | 'saved' | 'withheld' | 'failed';
  /** Why saving failed, in words. */
  failure: string | null;
  change: <Name extends Group>(group: Name, change: Partial<Settings[Name]>, when?: 'soon' | 'now') => void;
  /** Takes the last change back; null where there is none. */
  undo: (() => void) | null;
  saveNow: () => void;
}

export const SettingsFormContext = createContext<SettingsForm | null>(null);

/** The settings of this screen, to read and to change. */
export function useSettingsForm(): SettingsForm {
  const form = use(SettingsFormContext);
  if (form === null) throw new Error('useSettingsForm is used outside the settings.');
  return form;
}

/** Keeps the form: saved on change, a moment after the last key; what fails stays on screen and is tried again. */
export function useSettingsFormState(): {
  form: SettingsForm | null;
  failed: boolean;
  refetch: () => void;
} {
  const { client, queries, events } = useCore();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const query = useQuery(queries.settings.get.queryOptions());
  const saved = query.data;
  const { typed, steps } = useSyncExternalStore(subscribe, () => kept);
  const [work, setWork] = useState<'idle' | 'waiting' | 'saving' | 'saved' | 'failed'>('idle');
  const [failure, setFailure] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef(false);

  function latest(): Settings | undefined {
    return queryClient.getQueryData(queries.settings.get.queryKey());
  }

  async function save(): Promise<void> {
    clearTimeout(timer.current);
    const before = latest();
    if (before === undefined || saving.current) return;
    const wanted = withoutProblems(overlay(before, kept.typed), before);
    keep({ ...kept, typed: letGo(kept.typed, before) });
    const change = {
      ...(isSame(wanted.house, before.house) ? {} : { house: wanted.house }),
      ...(isSame(wanted.interface, before.interface) ? {} : { interface: wanted.interface }),
      ...(isSame(wanted.checks, before.checks) ? {} : { checks: wanted.checks }),
      ...(isSame(wanted.writing, before.writing) ? {} : { writing: wanted.writing }),
      ...(isSame(wanted.alerts, before.alerts) ? {} : { alerts: wanted.alerts }),
      ...(isSame(wanted.corrections, before.corrections) ? {} : { corrections: wanted.corrections }),
    };
    if (Object.keys(change).length === 0) {
      setWork((now) => (now === 'idle' ? 'idle' : 'saved'));
      return;
    }
    saving.current = true;
    setWork('saving');
    try {
      const after = await client.settings.change(change);
      queryClient.setQueryData(queries.settings.get.queryKey(), after);
      keep({ ...kept, typed: letGo(kept.typed, after) });
      setFailure(null);
      setWork('saved');
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      setFailure(translate(key, parameters));
      setWork('failed');
      return;
    } finally {
      saving.current = false;
    }
    // Typed on while it was being saved.
    const newest = latest();
    if (newest !== undefined && !isSame(withoutProblems(overlay(newest, kept.typed), newest), newest)) {
      saveSoon();
    }
  }

  function saveSoon(): void {
    setWork('waiting');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), SAVE_AFTER_MS);
  }

  const saveLatest = useEffectEvent(() => save());

  // Leaving the screen saves at once; so does the connection when it stands again.
  useEffect(() => () => void saveLatest(), []);
  useEffect(() => events.subscribeResumed(() => void saveLatest()), [events]);

  if (saved === undefined) {
    return { form: null, failed: query.isError, refetch: () => void query.refetch() };
  }

  const settings = overlay(saved, typed);
  const problems = findProblems(settings);
  const withheld = Object.keys(problems).length > 0;
  const settled = work === 'saved' || work === 'idle';
  // Left unsaved when one was here before.
  const left = work === 'idle' && !isSame(withoutProblems(settings, saved), saved);
  const form: SettingsForm = {
    settings,
    problems,
    failure,
    status: left ? 'failed' : settled && withheld ? 'withheld' : work === 'waiting' ? 'typing' : work,
    change(group, change, when = 'soon') {
      const nextSteps = pushStep(kept.steps, group, settings[group], change, Date.now());
      keep({ typed: typeInto(kept.typed, group, change), steps: nextSteps });
      if (when === 'now') void save();
      else saveSoon();
    },
    undo:
      steps.length === 0
        ? null
        : () => {
            const step = kept.steps.at(-1);
            if (step === undefined) return;
            keep({
              typed: typeInto(kept.typed, step.group, step.before),
              steps: kept.steps.slice(0, -1),
            });
            void save();
          },
    saveNow: () => void save(),
  };
  return { form, failed: false, refetch: () => void query.refetch() };
}
