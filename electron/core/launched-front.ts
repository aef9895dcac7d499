/** A launched front as the fronts slice hands it to publishing: create-slices.ts passes it over. */
import type { FrontContent, FrontKind } from '../../shared/contract/front-content.ts';
import type { FrontFacts } from '../../shared/contract/fronts.ts';

export interface LaunchedFront {
  frontId: string;
  kind: FrontKind;
  /** Slug of the section it is the page of; empty for other kinds. */
  section: string;
  name: string;
  content: FrontContent;
  /** `live` in it means live at the target it is handed to. */
  facts: FrontFacts;
}
