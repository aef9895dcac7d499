/** Articles from files and into files: where articles, pictures and what is live meet. */
import type { Settings } from '../../shared/contract/settings.ts';
import { createExportFile } from './articles/export/export-file.ts';
import { createImportFile } from './articles/import/import-file.ts';
import type { ArticlesService } from './articles/service.ts';
import type { CorrectionsService } from './corrections/service.ts';
import { fetchPicture } from './media/fetch-picture.ts';
import type { MediaService } from './media/service.ts';
import type { PublishingService } from './publishing/service.ts';

export function createArticleFiles({
  articles,
  media,
  liveTargets,
  tiesOf,
  language,
}: {
  articles: ArticlesService;
  media: MediaService;
  liveTargets: PublishingService['liveTargets'];
  tiesOf: CorrectionsService['tiesOf'];
  language: () => Settings['interface']['language'];
}) {
  /** Where each of the articles can be read, of those that are live somewhere. */
  function addresses(articleIds: string[]): Map<string, string> {
    return new Map(
      [...liveTargets(articleIds)].flatMap(([articleId, targets]) => {
        const url = targets.find((target) => target.url !== null)?.url;
        return url ? [[articleId, url] as const] : [];
      }),
    );
  }

  return {
    importFile: createImportFile({ addPicture: media.add, fetchPicture, create: articles.createFrom }),
    exportFile: createExportFile({
      article: articles.get,
      findPicture: media.find,
      readPicture: media.read,
      readUpright: media.readUpright,
      addresses,
      tiesOf,
      language,
    }),
  };
}
