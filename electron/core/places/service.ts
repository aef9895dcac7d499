/** Where windows were, kept in desk.db so that a desk that was killed opens as it was left. */
import { articlePlaceSchema, type ArticlePlace } from '../../../shared/contract/places.ts';
import type { Database } from '../database/open.ts';
import type { Clock } from '../providers.ts';

/** Articles nobody has looked at for this long open at their beginning. */
const KEPT_MS = 90 * 24 * 3_600_000;

export type PlacesService = ReturnType<typeof createPlacesService>;

export function createPlacesService({ database, clock }: { database: Database; clock: Clock }) {
  const setScreen = database.prepare<[string, number]>(`
    INSERT INTO last_screen (one, screen, at) VALUES (1, ?, ?)
    ON CONFLICT (one) DO UPDATE SET screen = excluded.screen, at = excluded.at
  `);
  const getScreen = database.prepare<[], { screen: string }>('SELECT screen FROM last_screen');
  const setPlace = database.prepare<[{ articleId: string; place: string; at: number }]>(`
    INSERT INTO article_place (article_id, place, at) SELECT id, :place, :at FROM article WHERE id = :articleId
    ON CONFLICT (article_id) DO UPDATE SET place = excluded.place, at = excluded.at
  `);
  const getPlace = database.prepare<[string], { place: string }>(
    'SELECT place FROM article_place WHERE article_id = ?',
  );
  const forget = database.prepare<[number]>('DELETE FROM article_place WHERE at < ?');

  return {
    /** The place of an article that is no longer there is not kept. */
    keep(screen: string, article: { articleId: string; place: ArticlePlace } | undefined): void {
      const now = clock.now();
      database.transaction(() => {
        setScreen.run(screen, now);
        if (article === undefined) return;
        setPlace.run({ articleId: article.articleId, place: JSON.stringify(article.place), at: now });
      })();
    },
    lastScreen: (): string | null => getScreen.get()?.screen ?? null,
    ofArticle(articleId: string): ArticlePlace | null {
      const row = getPlace.get(articleId);
      if (row === undefined) return null;
      // One of another version of the program, should its shape have changed, is no loss.
      return articlePlaceSchema.safeParse(JSON.parse(row.place)).data ?? null;
    },
    tidy: (): void => void forget.run(clock.now() - KEPT_MS),
  };
}
