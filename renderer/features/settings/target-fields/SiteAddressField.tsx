import type { ComponentProps, ReactElement } from 'react';
import { TextField } from './TextField.tsx';

/** The address of a site. */
export function SiteAddressField(props: ComponentProps<typeof TextField>): ReactElement {
  return <TextField {...props} inputMode="url" placeholder="https://" />;
}
