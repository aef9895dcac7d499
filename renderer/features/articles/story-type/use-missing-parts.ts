import type { RequiredPart } from '../../../../shared/contract/story-types.ts';
import { missingParts, storyTypeOf } from '../../../../shared/domain/story-types.ts';
import { useStoryTypes } from '../../../story-types/use-story-types.ts';
import { createStore, useSelected, useStore } from '../../../store.ts';
import type { BlocksThere, CheckDesk } from '../checks/check-desk.ts';
import type { Draft } from '../drafts/draft-desk.ts';

const UNKNOWN = createStore<BlocksThere | null>(null);

/** What the article's story type requires and is not there; blocks are looked for when the typing rests. */
export function useMissingParts(draft: Draft, checks: CheckDesk | null): RequiredPart[] {
  const { types } = useStoryTypes();
  const there = useStore(checks?.blocksThere ?? UNKNOWN);
  const missing = useSelected(draft.fields, (fields) =>
    there === null ? '' : missingParts(storyTypeOf(fields, types), fields, there).join(' '),
  );
  return missing === '' ? [] : (missing.split(' ') as RequiredPart[]);
}
