import type { ComponentProps, ReactElement } from 'react';
import { TextField as OneLine } from '../../../ui/fields.tsx';

/** One line of a target's set-up: a name, a path, an address. Nothing is filled in or corrected in it. */
export function TextField(props: ComponentProps<typeof OneLine>): ReactElement {
  return <OneLine {...props} autoComplete="off" spellCheck={false} />;
}
