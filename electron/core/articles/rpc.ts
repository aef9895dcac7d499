import { implement } from '@orpc/server';
import { articlesContract } from '../../../shared/contract/articles.ts';
import type { ExportFile } from './export/export-file.ts';
import type { ImportFile } from './import/import-file.ts';
import type { ArticlesService } from './service.ts';
import type { WritingWindows } from './writing-window.ts';

const procedures = implement(articlesContract);

/** The articles slice behind the contract. */
export function articlesRouter(
  articles: ArticlesService,
  { importFile, exportFile }: { importFile: ImportFile; exportFile: ExportFile },
  windows: WritingWindows,
) {
  return {
    list: procedures.list.handler(({ input }) => articles.list(input.filter, input.cursor, input.limit)),
    counts: procedures.counts.handler(() => articles.counts()),
    get: procedures.get.handler(({ input }) => articles.get(input.articleId)),
    // The output schema leaves the words out.
    meta: procedures.meta.handler(({ input }) => articles.get(input.articleId)),
    sameHeadline: procedures.sameHeadline.handler(({ input }) =>
      articles.sameHeadline(input.articleId, input.headline, input.slug),
    ),
    create: procedures.create.handler(({ input }) => articles.create(input.storyType)),
    importFile: procedures.importFile.handler(async ({ input }) =>
      importFile(new Uint8Array(await input.file.arrayBuffer()), input.name),
    ),
    exportFile: procedures.exportFile.handler(({ input }) => exportFile(input.articleId, input.format)),
    writeFromWire: procedures.writeFromWire.handler(({ input }) =>
      articles.writeFromWire(input.storyId, input.versionId, { storyType: input.storyType }),
    ),
    appendStory: procedures.appendStory.handler(({ input }) =>
      articles.appendStory(input.articleId, input.storyId, input.versionId, input.as),
    ),
    sources: {
      addStory: procedures.sources.addStory.handler(({ input }) =>
        articles.sources.addStory(input.articleId, input.storyId, input.versionId),
      ),
      removeStory: procedures.sources.removeStory.handler(({ input }) =>
        articles.sources.removeStory(input.articleId, input.storyId),
      ),
      restoreStory: procedures.sources.restoreStory.handler(({ input }) =>
        articles.sources.restoreStory(input.articleId, input.storyId),
      ),
      addWeb: procedures.sources.addWeb.handler(({ input: { articleId, creditName, ...page } }) =>
        articles.sources.addWeb(articleId, page, creditName.trim()),
      ),
      addDocument: procedures.sources.addDocument.handler(async ({ input }) =>
        articles.sources.addDocument(
          input.articleId,
          new Uint8Array(await input.file.arrayBuffer()),
          input.name,
          input.creditName.trim(),
        ),
      ),
      setReferenceRemoved: procedures.sources.setReferenceRemoved.handler(({ input }) =>
        articles.sources.setReferenceRemoved(input.articleId, input.referenceId, input.removed),
      ),
      reference: procedures.sources.reference.handler(({ input }) =>
        articles.sources.reference(input.articleId, input.referenceId),
      ),
    },
    saveDraft: procedures.saveDraft.handler(({ input }) => articles.saveDraft(input)),
    changeState: procedures.changeState.handler(({ input }) =>
      articles.changeState(input.articleId, input.to, input.note),
    ),
    revisions: procedures.revisions.handler(({ input }) => articles.revisions(input.articleId)),
    revision: procedures.revision.handler(({ input }) =>
      articles.revision(input.articleId, input.revisionId),
    ),
    saveRevision: procedures.saveRevision.handler(({ input }) =>
      articles.saveRevision(input.articleId, input.note),
    ),
    restoreRevision: procedures.restoreRevision.handler(({ input }) =>
      articles.restoreRevision(input.articleId, input.revisionId, input.base),
    ),
    activity: procedures.activity.handler(({ input }) => articles.activity(input.articleId)),
    assignments: {
      counts: procedures.assignments.counts.handler(() => articles.assignments.counts()),
      send: procedures.assignments.send.handler(({ input }) =>
        articles.assignments.send(input.articleId, input.to, input.note, input.state),
      ),
      finish: procedures.assignments.finish.handler(({ input }) =>
        articles.assignments.finish(input.articleId, input.note),
      ),
      undo: procedures.assignments.undo.handler(({ input }) => articles.assignments.undo(input.assignmentId)),
      markOpened: procedures.assignments.markOpened.handler(({ input }) =>
        articles.assignments.markOpened(input.articleId),
      ),
    },
    writing: {
      hold: procedures.writing.hold.handler(({ input, signal }) => windows.hold(input, signal)),
      takeOver: procedures.writing.takeOver.handler(({ input }) =>
        windows.takeOver(input.articleId, input.windowId),
      ),
      handOver: procedures.writing.handOver.handler(({ input }) =>
        windows.handOver(input.articleId, input.windowId),
      ),
    },
    trash: procedures.trash.handler(({ input }) => articles.setTrashed(input.articleId, true)),
    untrash: procedures.untrash.handler(({ input }) => articles.setTrashed(input.articleId, false)),
  };
}
