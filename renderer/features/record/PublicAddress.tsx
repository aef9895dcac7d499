import type { ReactElement } from 'react';
import { pathOfFileAddress } from '../../../shared/domain/file-address.ts';
import { useTranslate } from '../../i18n.ts';

interface PublicAddressProps {
  url: string | null;
  /** What was written at a site without an address; older entries have it as a `file://` address in its place. */
  path?: string | null | undefined;
}

/** Where readers find it; of a site without an address that it has none, and what was written there. */
export function PublicAddress({ url, path = null }: PublicAddressProps): ReactElement {
  const translate = useTranslate();
  const written = path ?? pathOfFileAddress(url);
  if (written !== null) return <>{translate('record.address.none', { path: written })}</>;
  return url === null ? <>–</> : <a href={url}>{url}</a>;
}
