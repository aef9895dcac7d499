/** A source as it is being set up: the configuration, with what is typed and not kept that way. Pure. */
import {
  sourceConfigurationSchema,
  type SourceConfiguration,
} from '../../../../shared/contract/wire-sources.ts';
import { usualSilenceMinutes } from '../../../../shared/domain/source-silence.ts';
import { hostOf } from '../../../document-view/DocumentView.tsx';

export type PolledKind = Exclude<SourceConfiguration['kind'], 'manual'>;

export interface SourceDraft {
  configuration: SourceConfiguration;
  /** What is typed as password, token or key; empty: none, or the one that is kept. */
  secret: string;
  /** Headers as typed, one a line. */
  headers: string;
}

export type Change = (change: Partial<SourceConfiguration>) => void;

export function blankDraft(kind: PolledKind): SourceDraft {
  // Mail servers are reached by TLS from the first byte on; FTP servers begin in the open.
  const encryption = kind === 'imap' ? 'tls' : 'starttls';
  const silentAfterMinutes = usualSilenceMinutes(kind);
  const parsed = sourceConfigurationSchema.parse({
    name: '-',
    kind,
    address: '',
    encryption,
    silentAfterMinutes,
  });
  const configuration = { ...parsed, name: '' };
  return { configuration, secret: '', headers: '' };
}

export function draftOf(configuration: SourceConfiguration): SourceDraft {
  const headers = configuration.headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
  return { configuration, secret: '', headers };
}

/** A name for a source that was given none: the host of its feed, the last part of its path. */
export function nameFromAddress(kind: SourceConfiguration['kind'], address: string): string {
  if (isAtServer(kind)) return URL.parse(wholeAddress(kind, address))?.hostname || address;
  if (kind !== 'folder') return hostOf(address) ?? address;
  return address.split(/[\\/]/).findLast((part) => part !== '') ?? address;
}

/** Reads headers typed one a line; `bad` is the first line that is none. */
export function readHeaders(
  typed: string,
): { ok: true; headers: SourceConfiguration['headers'] } | { ok: false; bad: string } {
  const headers: SourceConfiguration['headers'] = [];
  for (const line of typed.split('\n').map((part) => part.trim())) {
    if (line === '') continue;
    const [, name = '', value = ''] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    const read = sourceConfigurationSchema.shape.headers.safeParse([{ name, value }]);
    if (!read.success) return { ok: false, bad: line };
    headers.push({ name, value });
  }
  return { ok: true, headers };
}

/** Kinds that are reached at a server by name and password. */
export function isAtServer(kind: SourceConfiguration['kind']): kind is 'ftp' | 'sftp' | 'imap' {
  return kind === 'ftp' || kind === 'sftp' || kind === 'imap';
}

/** `kirim.contoh.id/antara` becomes `ftp://kirim.contoh.id/antara`; an address with a scheme stays as it is. */
function wholeAddress(kind: SourceConfiguration['kind'], typed: string): string {
  const address = typed.trim();
  return isAtServer(kind) && address !== '' && !address.includes('://') ? `${kind}://${address}` : address;
}

/** What the core is given: trimmed, with a name. */
export function finished(
  { configuration }: SourceDraft,
  headers: SourceConfiguration['headers'],
): SourceConfiguration {
  const { kind, name, creditName, creditText, user, keyHeader, rightsText } = configuration;
  const address = wholeAddress(kind, configuration.address);
  return {
    ...configuration,
    address,
    name: name.trim() === '' ? nameFromAddress(kind, address) : name.trim(),
    creditName: creditName.trim(),
    creditText: creditText.trim(),
    user: user.trim(),
    keyHeader: keyHeader.trim(),
    rightsText: rightsText.trim(),
    headers,
  };
}
