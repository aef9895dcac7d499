import type { ReactElement } from 'react';

export function WireScreen({ storyId }: { storyId: number | null }): ReactElement {
  return <div>{storyId}</div>;
}
