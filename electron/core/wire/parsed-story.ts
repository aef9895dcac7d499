/** What the parse worker hands on: a story with what storing it needs, worked out off every request path. */
import type { WireStory } from '../../../shared/contract/wire-story.ts';

export interface ParsedStory {
  story: WireStory;
  /** SHA-256 (hex) over what a reader or a desk would notice: a version with the same hash is the same version. */
  contentHash: string;
  wordCount: number;
}
