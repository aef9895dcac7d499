/** What the fronts ask of the targets: figures of what is read most. create-slices.ts hands it over. */
import type { ReadFigures } from '../../shared/domain/front/read-figures.ts';
import type { SiteAnswer } from './remote-comments.ts';

export interface FiguresQuestion {
  /** A REST route that answers JSON; null: the approved comments are counted. */
  route: string | null;
  /** Milliseconds since 1970 from which on comments count. */
  since: number;
}

/** Null where the answer holds no figures. Rejects with the signal's reason only. */
export type SiteFigures = (
  targetId: string,
  question: FiguresQuestion,
  signal: AbortSignal,
) => Promise<SiteAnswer<ReadFigures | null>>;
