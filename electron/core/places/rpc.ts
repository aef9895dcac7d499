import { implement } from '@orpc/server';
import { placesContract } from '../../../shared/contract/places.ts';
import type { PlacesService } from './service.ts';

const procedures = implement(placesContract);

/** Where windows were, behind the contract. */
export function placesRouter(places: PlacesService) {
  return {
    keep: procedures.keep.handler(({ input }) => places.keep(input.screen, input.article)),
    lastScreen: procedures.lastScreen.handler(() => ({ screen: places.lastScreen() })),
    ofArticle: procedures.ofArticle.handler(({ input }) => ({ place: places.ofArticle(input.articleId) })),
  };
}
