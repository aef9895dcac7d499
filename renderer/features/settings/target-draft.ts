/** A target as it is being typed: kept until it is saved or given up, also while one works on another screen. */
import { useSyncExternalStore } from 'react';
import type { Target } from '../../../shared/contract/publishing.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { MessageKey } from '../../../shared/i18n/translate.ts';
import { isWebAddress } from './validate-settings.ts';

export type TargetKind = TargetConfiguration['kind'];

/** Everything but the password, which is kept by the form alone. */
export interface TargetDraft {
  /** Null: a new one. */
  id: string | null;
  name: string;
  /** As typed: see `configurationOf` for what is saved. */
  configuration: TargetConfiguration;
}

export type TargetDraftField = 'folder' | 'siteUrl' | 'user' | 'secret';

const BLANK: { readonly [Kind in TargetKind]: Extract<TargetConfiguration, { kind: Kind }> } = {
  'folder-site': { kind: 'folder-site', folder: '' },
  wordpress: { kind: 'wordpress', siteUrl: '', user: '' },
  ghost: { kind: 'ghost', siteUrl: '' },
};

export function blankDraft(kind: TargetKind): TargetDraft {
  return { id: null, name: '', configuration: BLANK[kind] };
}

export function draftOf({ id, name, configuration }: Target): TargetDraft {
  return { id, name, configuration };
}

/** What was typed, without the spaces around it. */
export function configurationOf({ configuration }: TargetDraft): TargetConfiguration {
  switch (configuration.kind) {
    case 'folder-site':
      return { ...configuration, folder: configuration.folder.trim() };
    case 'ghost':
      return { ...configuration, siteUrl: configuration.siteUrl.trim() };
    case 'wordpress': {
      const { siteUrl, user, fronts } = configuration;
      const shown = fronts === undefined ? {} : { fronts: { ...fronts, sidebar: fronts.sidebar.trim() } };
      return { ...configuration, siteUrl: siteUrl.trim(), user: user.trim(), ...shown };
    }
  }
}

/** The host of what was typed as a site, with or without its scheme; null where it is no address. */
export function siteHost(typed: string): string | null {
  const trimmed = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  return isWebAddress(address) && /^\S+$/.test(address) ? new URL(address).host : null;
}

/** Scheme and host of what was typed as a site, https unless told otherwise; null where it is no address. */
export function siteOrigin(typed: string): string | null {
  const host = siteHost(typed);
  return host === null ? null : `${/^http:\/\//i.test(typed.trim()) ? 'http' : 'https'}://${host}`;
}

/** Whether the password that is stored would not be used: it is lent to the site it was given for only. */
export function hasMoved(typed: TargetConfiguration, saved: TargetConfiguration): boolean {
  if (!('siteUrl' in typed) || !('siteUrl' in saved)) return false;
  const bare = (host: string | null): string => (host ?? '').replace(/^www\./, '');
  return bare(siteHost(typed.siteUrl)) !== bare(siteHost(saved.siteUrl));
}

/** What is wrong with a draft, by field; `secretStored`: a password is there that would be used. */
export function findDraftProblems(
  { configuration }: TargetDraft,
  secret: string,
  secretStored: boolean,
): Partial<Record<TargetDraftField, MessageKey>> {
  if (configuration.kind === 'folder-site') {
    const folder = configuration.folder.trim();
    const whole = folder === '' || /^(?:\/|[a-z]:[\\/]|\\\\)/i.test(folder);
    return whole ? {} : { folder: 'settings.target.folderError' };
  }
  const problems: Partial<Record<TargetDraftField, MessageKey>> = {};
  if (configuration.siteUrl.trim() === '') problems.siteUrl = 'settings.required';
  else if (siteHost(configuration.siteUrl) === null) problems.siteUrl = 'settings.target.siteUrlError';
  if ('user' in configuration && configuration.user.trim() === '') problems.user = 'settings.required';
  if (secret.trim() === '' && !secretStored) problems.secret = 'settings.required';
  return problems;
}

/** A name for a target that was given none. */
export function nameFor({ name, configuration }: TargetDraft, kindName: string): string {
  if (name.trim() !== '') return name.trim();
  if ('siteUrl' in configuration) return siteHost(configuration.siteUrl)?.replace(/^www\./, '') ?? kindName;
  return configuration.folder.split(/[\\/]/).findLast((part) => part.trim() !== '') ?? kindName;
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
