/** A target as it is being typed: kept until it is saved or given up, also while one works on another screen. */
import { useSyncExternalStore } from 'react';
import type { Target } from '../../../shared/contract/publishing.ts';
import {
  partnerConfigurationSchema,
  type PartnerConfiguration,
  type SftpPlace,
  type TargetConfiguration,
} from '../../../shared/contract/target-configuration.ts';
import type { MessageKey } from '../../../shared/i18n/translate.ts';
import { isWebAddress } from '../../../shared/domain/web-address.ts';

export type TargetKind = TargetConfiguration['kind'];

/** Everything but the password, which is kept by the form alone. */
export interface TargetDraft {
  /** Null: a new one. */
  id: string | null;
  name: string;
  /** As typed: see `configurationOf` for what is saved. */
  configuration: TargetConfiguration;
}

export type TargetDraftField =
  | 'folder'
  | 'siteUrl'
  | 'host'
  | 'port'
  | 'publicUrl'
  | 'user'
  | 'secret'
  | 'address'
  | 'language'
  | 'pictures';

export const BLANK_SFTP_PLACE: SftpPlace = { host: '', port: 22, user: '', folder: '', hostKey: '' };

const BLANK: { readonly [Kind in TargetKind]: Extract<TargetConfiguration, { kind: Kind }> } = {
  'folder-site': { kind: 'folder-site', folder: '' },
  wordpress: { kind: 'wordpress', siteUrl: '', user: '' },
  ghost: { kind: 'ghost', siteUrl: '' },
  partner: {
    kind: 'partner',
    format: 'ninjs-3',
    delivery: { way: 'folder', folder: '' },
    language: 'id',
    copyrightNotice: '',
    usageTerms: '',
    picturesAddress: '',
  },
  'sftp-site': { kind: 'sftp-site', ...BLANK_SFTP_PLACE, publicUrl: '' },
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
    case 'partner':
      return trimmedPartner(configuration);
    case 'sftp-site':
      return { ...trimmedPlace(configuration), publicUrl: configuration.publicUrl.trim() };
    case 'wordpress': {
      const { siteUrl, user, fronts } = configuration;
      const shown = fronts === undefined ? {} : { fronts: { ...fronts, sidebar: fronts.sidebar.trim() } };
      return { ...configuration, siteUrl: siteUrl.trim(), user: user.trim(), ...shown };
    }
  }
}

function trimmedPlace<Place extends SftpPlace>(place: Place): Place {
  const { host, user, folder, hostKey } = place;
  return {
    ...place,
    host: host.trim(),
    user: user.trim(),
    folder: folder.trim(),
    hostKey: hostKey.trim(),
  };
}

function trimmedDelivery(delivery: PartnerConfiguration['delivery']): PartnerConfiguration['delivery'] {
  switch (delivery.way) {
    case 'folder':
      return { ...delivery, folder: delivery.folder.trim() };
    case 'http':
      return { ...delivery, address: delivery.address.trim(), user: delivery.user.trim() };
    case 'sftp':
      return trimmedPlace(delivery);
  }
}

function trimmedPartner(configuration: PartnerConfiguration): PartnerConfiguration {
  const { delivery, language, copyrightNotice, usageTerms, picturesAddress } = configuration;
  return {
    ...configuration,
    delivery: trimmedDelivery(delivery),
    language: language.trim(),
    copyrightNotice: copyrightNotice.trim(),
    usageTerms: usageTerms.trim(),
    picturesAddress: picturesAddress.trim(),
  };
}

/** The server of a target that is reached over SFTP; null for any other. */
export function sftpPlaceOf(configuration: TargetConfiguration): SftpPlace | null {
  if (configuration.kind === 'sftp-site') return configuration;
  return configuration.kind === 'partner' && configuration.delivery.way === 'sftp'
    ? configuration.delivery
    : null;
}

/** The target with another key taken for its server's own. */
export function withHostKey(configuration: TargetConfiguration, hostKey: string): TargetConfiguration {
  if (configuration.kind === 'sftp-site') return { ...configuration, hostKey };
  return configuration.kind === 'partner' && configuration.delivery.way === 'sftp'
    ? { ...configuration, delivery: { ...configuration.delivery, hostKey } }
    : configuration;
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

/** The address a password goes to; null where none goes anywhere. */
function addressOf(configuration: TargetConfiguration): string | null {
  if ('siteUrl' in configuration) return configuration.siteUrl;
  if (configuration.kind !== 'partner') return null;
  return configuration.delivery.way === 'http' ? configuration.delivery.address : null;
}

/** Whether the password that is stored would not be used: it is lent to the site it was given for only. */
export function hasMoved(typed: TargetConfiguration, saved: TargetConfiguration): boolean {
  const [server, serverBefore] = [sftpPlaceOf(typed), sftpPlaceOf(saved)];
  if (server !== null && serverBefore !== null) {
    return server.host.trim() !== serverBefore.host || server.port !== serverBefore.port;
  }
  const [there, before] = [addressOf(typed), addressOf(saved)];
  if (there === null || before === null) return false;
  const bare = (host: string | null): string => (host ?? '').replace(/^www\./, '');
  return bare(siteHost(there)) !== bare(siteHost(before));
}

function isWholePath(folder: string): boolean {
  return /^(?:\/|[a-z]:[\\/]|\\\\)/i.test(folder);
}

type Problems = Partial<Record<TargetDraftField, MessageKey>>;

function placeProblems({ host, port, user }: SftpPlace, hasSecret: boolean): Problems {
  const problems: Problems = {};
  if (host.trim() === '') problems.host = 'settings.required';
  else if (!/^[\w.:-]+$/.test(host.trim())) problems.host = 'settings.target.sftp.hostError';
  if (!Number.isInteger(port) || port < 1 || port > 65_535) problems.port = 'settings.target.sftp.portError';
  if (user.trim() === '') problems.user = 'settings.required';
  if (!hasSecret) problems.secret = 'settings.required';
  return problems;
}

/** A partner may ask for no password, a server always does. */
function partnerProblems(
  { delivery, language, picturesAddress }: PartnerConfiguration,
  hasSecret: boolean,
): Problems {
  const problems: Problems = delivery.way === 'sftp' ? placeProblems(delivery, hasSecret) : {};
  if (delivery.way === 'folder') {
    if (delivery.folder === '') problems.folder = 'settings.required';
    else if (!isWholePath(delivery.folder)) problems.folder = 'settings.target.folderError';
  } else if (delivery.way === 'http' && delivery.address === '') {
    problems.address = 'settings.required';
  } else if (delivery.way === 'http' && !isWebAddress(delivery.address)) {
    problems.address = 'settings.target.partner.addressError';
  }
  if (!partnerConfigurationSchema.shape.language.safeParse(language).success) {
    problems.language = 'settings.target.partner.languageError';
  }
  if (picturesAddress !== '' && !isWebAddress(picturesAddress)) {
    problems.pictures = 'settings.target.partner.addressError';
  }
  return problems;
}

/** What is wrong with a draft, by field; `secretStored`: a password is there that would be used. */
export function findDraftProblems(
  { configuration }: TargetDraft,
  secret: string,
  secretStored: boolean,
): Problems {
  const hasSecret = secretStored || secret.trim() !== '';
  if (configuration.kind === 'folder-site') {
    const folder = configuration.folder.trim();
    return folder === '' || isWholePath(folder) ? {} : { folder: 'settings.target.folderError' };
  }
  if (configuration.kind === 'partner') return partnerProblems(trimmedPartner(configuration), hasSecret);
  if (configuration.kind === 'sftp-site') {
    const publicUrl = configuration.publicUrl.trim();
    return {
      ...placeProblems(configuration, hasSecret),
      ...(publicUrl === '' || siteHost(publicUrl) !== null
        ? {}
        : { publicUrl: 'settings.target.siteUrlError' }),
    };
  }
  const problems: Problems = {};
  if (configuration.siteUrl.trim() === '') problems.siteUrl = 'settings.required';
  else if (siteHost(configuration.siteUrl) === null) problems.siteUrl = 'settings.target.siteUrlError';
  if ('user' in configuration && configuration.user.trim() === '') problems.user = 'settings.required';
  if (!hasSecret) problems.secret = 'settings.required';
  return problems;
}

function folderOf(configuration: TargetConfiguration): string {
  if (configuration.kind === 'folder-site') return configuration.folder;
  if (configuration.kind !== 'partner') return '';
  return configuration.delivery.way === 'folder' ? configuration.delivery.folder : '';
}

/** A name for a target that was given none. */
export function nameFor({ name, configuration }: TargetDraft, kindName: string): string {
  if (name.trim() !== '') return name.trim();
  const server = sftpPlaceOf(configuration);
  if (server !== null) return server.host.trim() || kindName;
  const address = addressOf(configuration);
  if (address !== null) return siteHost(address)?.replace(/^www\./, '') ?? kindName;
  return (
    folderOf(configuration)
      .split(/[\\/]/)
      .findLast((part) => part.trim() !== '') ?? kindName
  );
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
