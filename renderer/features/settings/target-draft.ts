/** A target as it is being typed: kept until it is saved or given up, also while one works on another screen. */
import { useSyncExternalStore } from 'react';
import type { Target } from '../../../shared/contract/publishing.ts';
import type {
  TargetConfiguration,
  TermMapping,
  WordPressFronts,
} from '../../../shared/contract/target-configuration.ts';
import type { MessageKey } from '../../../shared/i18n/translate.ts';
import { isWebAddress } from './validate-settings.ts';

export type TargetKind = TargetConfiguration['kind'];

/** Everything but the password, which is kept by the form alone. */
export interface TargetDraft {
  /** Null: a new one. */
  id: string | null;
  kind: TargetKind;
  name: string;
  folder: string;
  siteUrl: string;
  user: string;
  /** Kept as it is: it is changed in a window of its own. */
  mapping?: TermMapping | undefined;
  /** How fronts are shown there; undefined: they do not go there. */
  fronts?: WordPressFronts | undefined;
}

export type TargetDraftField = 'folder' | 'siteUrl' | 'user' | 'secret';

export function blankDraft(kind: TargetKind): TargetDraft {
  return { id: null, kind, name: '', folder: '', siteUrl: '', user: '' };
}

export function draftOf({ id, name, configuration }: Target): TargetDraft {
  const draft = { ...blankDraft(configuration.kind), id, name };
  return configuration.kind === 'wordpress'
    ? {
        ...draft,
        siteUrl: configuration.siteUrl,
        user: configuration.user,
        mapping: configuration.mapping,
        fronts: configuration.fronts,
      }
    : { ...draft, folder: configuration.folder };
}

export function configurationOf(draft: TargetDraft): TargetConfiguration {
  return draft.kind === 'wordpress'
    ? {
        kind: 'wordpress',
        siteUrl: draft.siteUrl.trim(),
        user: draft.user.trim(),
        ...(draft.mapping === undefined ? {} : { mapping: draft.mapping }),
        ...(draft.fronts === undefined
          ? {}
          : { fronts: { ...draft.fronts, sidebar: draft.fronts.sidebar.trim() } }),
      }
    : { kind: 'folder-site', folder: draft.folder.trim() };
}

/** The host of what was typed as a site, with or without its scheme; null where it is no address. */
export function siteHost(typed: string): string | null {
  const trimmed = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  return isWebAddress(address) && /^\S+$/.test(address) ? new URL(address).host : null;
}

/** Whether the password that is stored would not be used: it is lent to the site it was given for only. */
export function hasMoved(draft: TargetDraft, saved: TargetConfiguration): boolean {
  if (draft.kind !== 'wordpress' || saved.kind !== 'wordpress') return false;
  const bare = (host: string | null): string => (host ?? '').replace(/^www\./, '');
  return bare(siteHost(draft.siteUrl)) !== bare(siteHost(saved.siteUrl));
}

/** What is wrong with a draft, by field; `secretStored`: a password is there that would be used. */
export function findDraftProblems(
  draft: TargetDraft,
  secret: string,
  secretStored: boolean,
): Partial<Record<TargetDraftField, MessageKey>> {
  if (draft.kind === 'folder-site') {
    const folder = draft.folder.trim();
    const whole = folder === '' || /^(?:\/|[a-z]:[\\/]|\\\\)/i.test(folder);
    return whole ? {} : { folder: 'settings.target.folderError' };
  }
  const problems: Partial<Record<TargetDraftField, MessageKey>> = {};
  if (draft.siteUrl.trim() === '') problems.siteUrl = 'settings.required';
  else if (siteHost(draft.siteUrl) === null) problems.siteUrl = 'settings.target.siteUrlError';
  if (draft.user.trim() === '') problems.user = 'settings.required';
  if (secret.trim() === '' && !secretStored) problems.secret = 'settings.required';
  return problems;
}

/** A name for a target that was given none. */
export function nameFor(draft: TargetDraft, kindName: string): string {
  if (draft.name.trim() !== '') return draft.name.trim();
  if (draft.kind === 'wordpress') return siteHost(draft.siteUrl)?.replace(/^www\./, '') ?? kindName;
  return draft.folder.split(/[\\/]/).findLast((part) => part.trim() !== '') ?? kindName;
}

let open: TargetDraft | null = null;
const listeners = new Set<() => void>();

/** Shows a draft in the form, or none. */
export function keepTargetDraft(draft: TargetDraft | null): void {
  open = draft;
  for (const listener of listeners) listener();
}

export function useTargetDraft(): TargetDraft | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
