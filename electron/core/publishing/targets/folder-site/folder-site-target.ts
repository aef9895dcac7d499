/**
 * The target *Situs folder*: a complete static site in a folder. A delivery writes the article's pictures, then its
 * page, then the lists and feeds, then the other articles' pages whose sidebar changed; each file whole. Stopped
 * anywhere, the same delivery run again completes it.
 */
import { rm } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FolderSiteConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import { leftOutOf } from '../../left-out.ts';
import {
  isUnrecorded,
  PublishConflict,
  PublishError,
  type Difference,
  type ListedArticle,
  type PlaceContext,
  type PublishedArticle,
  type PublishingTarget,
  type PublishRequest,
  type RemotePost,
  type TargetContext,
} from '../../target.ts';
import { createLiveArticles, type LiveArticles } from './live-articles.ts';
import { articleOfPage, pageDifferences } from './page-reading.ts';
import { readGuidelines, readSiteAsset, siteAssetNames, type SiteAsset } from './site-assets.ts';
import {
  articleFile,
  articlesWithSidebar,
  assetFiles,
  listFiles,
  pageFile,
  pictureFiles,
  type SiteParts,
} from './site-files.ts';
import { folderError, openSiteFolder, sha256, type SiteFolder } from './site-folder.ts';
import { frontPictures, siteFronts } from './site-fronts.ts';
import {
  absolutePage,
  isWithdrawn,
  newestFirst,
  wantedPath,
  type Site,
  type SiteArticle,
  type SitePicture,
} from './site-model.ts';
import { verifyFolder } from './verify-folder.ts';
import { siteCapabilities } from '../site-capabilities.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

function folderOf(configuration: FolderSiteConfiguration, context: PlaceContext): string {
  const folder = configuration.folder.trim();
  return folder === '' ? join(context.dataFolder, 'site') : folder;
}

/** Where an article's page is, also when the folder has lost its manifest: the database remembers it. */
interface Place {
  path: string;
  marker: string;
}

function recalledPlace(context: TargetContext, articleId: string): Place | null {
  const [path, marker] = (context.memory.get(`page:${articleId}`) ?? '').split('\n');
  return path ? { path, marker: marker ?? '' } : null;
}

function rememberPlace(context: TargetContext, articleId: string, { path, marker }: Place): void {
  context.memory.set(`page:${articleId}`, `${path}\n${marker}`);
}

async function isFree(folder: SiteFolder, path: string, articleId: string): Promise<boolean> {
  const owner = Object.entries(folder.manifest.articles).find(([, place]) => place.path === path)?.[0];
  if (owner !== undefined) return owner === articleId;
  const page = await folder.read(pageFile(path));
  return page === null || articleOfPage(page.toString('utf8')) === articleId;
}

async function placeOf(folder: SiteFolder, article: ListedArticle, context: TargetContext): Promise<Place> {
  const known = folder.manifest.articles[article.articleId] ?? recalledPlace(context, article.articleId);
  if (known) return known;
  const wanted = wantedPath(context.house, article);
  let path = wanted;
  for (let number = 2; !(await isFree(folder, path, article.articleId)); number += 1) {
    path = `${wanted}-${number}`;
  }
  return { path, marker: '' };
}

async function picturesOf(
  mediaIds: readonly string[],
  context: TargetContext,
): Promise<Map<string, SitePicture>> {
  const pictures = new Map<string, SitePicture>();
  for (const mediaId of new Set(mediaIds)) {
    const picture = mediaId === '' ? null : await context.picture(mediaId);
    const extension = EXTENSIONS[picture?.mimeType ?? ''];
    if (!picture || extension === undefined) continue;
    const { width, height } = picture;
    pictures.set(mediaId, { file: `media/${mediaId}.${extension}`, width, height });
  }
  return pictures;
}

/** The site as it will stand, in the pages' own folder for every article. */
async function siteOf(
  folder: SiteFolder,
  listed: readonly ListedArticle[],
  context: TargetContext,
): Promise<Site> {
  const placed: SiteArticle[] = [];
  for (const article of listed) {
    const place = await placeOf(folder, article, context);
    folder.manifest.articles[article.articleId] ??= { ...place, pictures: [] };
    placed.push({ ...article, path: place.path, marker: place.marker });
  }
  placed.sort(newestFirst);
  const articles = placed.filter((article) => !isWithdrawn(article));
  const fronts = siteFronts(context.fronts(), articles, context.now());
  const shown = articles.flatMap(({ document }) => documentImages(document).map(({ mediaId }) => mediaId));
  return {
    house: context.house,
    articles,
    withdrawn: placed.filter(isWithdrawn),
    articleById: new Map(articles.map((article) => [article.articleId, article])),
    fronts,
    pictures: await picturesOf([...shown, ...frontPictures(fronts)], context),
  };
}

async function readParts(): Promise<SiteParts> {
  const assets = new Map<string, SiteAsset>();
  for (const name of siteAssetNames) {
    const asset = await readSiteAsset(name);
    if (asset) assets.set(name, asset);
  }
  return { assets, guidelines: await readGuidelines() };
}

async function writePictures(
  folder: SiteFolder,
  site: Site,
  mediaIds: readonly string[],
  context: TargetContext,
): Promise<void> {
  for (const mediaId of mediaIds) {
    const file = site.pictures.get(mediaId)?.file;
    if (file === undefined || (await folder.holds(file))) continue;
    const content = async (): Promise<Uint8Array> => {
      const picture = await context.picture(mediaId);
      const bytes = await picture?.bytes().catch(() => null);
      if (!bytes) throw new PublishError('picture-missing', mediaId);
      return bytes;
    };
    await folder.writeAll([{ path: file, content, others: 'force' }], context.signal);
  }
}

function imagesOf({ document }: SiteArticle): string[] {
  return documentImages(document).map(({ mediaId }) => mediaId);
}

/** Writes everything but the article at hand; answers the pages that were left as another hand made them. */
async function writeRest(
  folder: SiteFolder,
  site: Site,
  parts: SiteParts,
  context: TargetContext,
  atHand: string | null,
): Promise<string[]> {
  const others = [...site.articles, ...site.withdrawn].filter(({ articleId }) => articleId !== atHand);
  for (const article of others) await writePictures(folder, site, imagesOf(article), context);
  await writePictures(folder, site, frontPictures(site.fronts), context);
  for (const article of others) {
    const { articleId, path, marker } = article;
    const pictures = pictureFiles(site, article);
    folder.manifest.articles[articleId] = { path, marker, pictures };
  }
  await folder.writeAll(listFiles(site, parts), context.signal);
  const pages = others.map((article) => articleFile(site, article, 'leave'));
  const left = await folder.writeAll(pages, context.signal);
  await removeStale(folder, site, parts);
  await folder.save();
  return left;
}

/** Lists that have no article any more, further pages of shorter lists, pictures that no page shows. */
async function removeStale(folder: SiteFolder, site: Site, parts: SiteParts): Promise<void> {
  const places = Object.values(folder.manifest.articles);
  const wanted = new Set([
    ...[...assetFiles(parts), ...listFiles(site, parts)].map(({ path }) => path),
    ...places.flatMap(({ path, pictures }) => [pageFile(path), ...pictures]),
    ...frontPictures(site.fronts).flatMap((mediaId) => site.pictures.get(mediaId)?.file ?? []),
  ]);
  for (const path of Object.keys(folder.manifest.files)) {
    if (!wanted.has(path)) await folder.remove(path);
  }
}

/**
 * Stops where somebody else changed the page since we, or the person who saw the differences, last looked; and where
 * the desk went back and does not know any more what it wrote there.
 */
async function refuseChangedPage(
  folder: SiteFolder,
  article: SiteArticle,
  meant: string,
  request: PublishRequest,
  url: string,
): Promise<void> {
  const file = pageFile(article.path);
  const standing = await folder.standing(file);
  const isOthers = standing === 'changed' || standing === 'foreign';
  const isLost = isUnrecorded(request);
  if (standing === 'absent' || !(isOthers || isLost)) return;
  const found = (await folder.read(file)) ?? Buffer.alloc(0);
  const modifiedStamp = sha256(found);
  if (modifiedStamp === request.existing?.modifiedStamp) return;
  const differences = await pageDifferences(meant, found.toString('utf8'));
  const isSameCopy = differences.every(({ field }) => field === 'page');
  if (differences.length === 0 || (isSameCopy && !isOthers)) return;
  const code = isLost ? 'already-there' : 'changed-at-target';
  throw new PublishConflict(file, { remoteId: article.path, url, modifiedStamp }, differences, code);
}

function leftOut(article: SiteArticle, site: Site): Difference[] {
  return leftOutOf(article.document, {
    relatedStory: (articleId) => site.articles.find((each) => each.articleId === articleId)?.path ?? null,
    takesForeign: () => false,
  });
}

function missingPictures(article: SiteArticle, site: Site): Difference[] {
  return documentImages(article.document).flatMap((image): Difference[] => {
    if (site.pictures.has(image.mediaId)) return [];
    if (image.mediaId !== '') throw new PublishError('picture-missing', image.mediaId);
    return [{ field: 'picture', meant: image.caption || image.alt || image.sourceUrl, found: '' }];
  });
}

/**
 * Brings the pages that fronts are on up to date: their own, the lists, and the column beside every article, which is put
 * into the page as it stands there, so that no article is made anew. Only what differs is written.
 */
async function launchInto(
  root: string,
  live: LiveArticles,
  context: TargetContext,
): Promise<{ url: string | null; differences: Difference[] }> {
  const folder = await openSiteFolder(root, join(context.dataFolder, 'site-kept'));
  const parts = await readParts();
  const site = await siteOf(folder, live.merge(context.liveArticles(), null), context);
  await folder.refuseForeign([...assetFiles(parts), ...listFiles(site, parts)]);
  await folder.writeAll(assetFiles(parts), context.signal);
  await writePictures(folder, site, frontPictures(site.fronts), context);
  await folder.writeAll(listFiles(site, parts), context.signal, true);
  const left = await folder.writeAll(articlesWithSidebar(folder, site), context.signal, true);
  await removeStale(folder, site, parts);
  await folder.save();
  return {
    url: absolutePage(context.house, '') ?? pathToFileURL(join(root, 'index.html')).href,
    differences: left.map((path) => ({ field: 'otherPage', meant: '', found: path })),
  };
}

/** Does it, and has it kept with the attempt. */
async function recorded<Result>(
  context: TargetContext,
  method: 'WRITE' | 'REMOVE',
  path: string,
  sent: string | null,
  work: () => Promise<Result>,
): Promise<void> {
  const at = context.now();
  const started = performance.now();
  await work();
  const milliseconds = performance.now() - started;
  context.record({ at, milliseconds, method, address: path, sent, status: null, answer: null });
}

async function publishInto(
  root: string,
  live: LiveArticles,
  request: PublishRequest,
  context: TargetContext,
): Promise<PublishedArticle> {
  const { article, marker, existing } = request;
  const folder = await openSiteFolder(root, join(context.dataFolder, 'site-kept'));
  const parts = await readParts();
  const listed = live.merge(context.liveArticles(), article.articleId);
  const known = await placeOf(folder, article, context);
  const place = { path: existing?.remoteId ?? known.path, marker };
  folder.manifest.articles[article.articleId] = { ...place, pictures: [] };
  const site = await siteOf(folder, [article, ...listed], context);
  const shown = [...site.articles, ...site.withdrawn].find(
    ({ articleId }) => articleId === article.articleId,
  );
  if (!shown) throw new Error('the article at hand is part of the site');
  const differences = [...missingPictures(shown, site), ...leftOut(shown, site)];
  folder.manifest.articles[article.articleId] = { ...place, pictures: pictureFiles(site, shown) };

  const page = articleFile(site, shown, 'force');
  const meant = String(await page.content());
  const url = absolutePage(context.house, shown.path) ?? pathToFileURL(join(root, pageFile(shown.path))).href;
  await refuseChangedPage(folder, shown, meant, request, url);
  await folder.refuseForeign([...assetFiles(parts), ...listFiles(site, parts)]);

  rememberPlace(context, article.articleId, place);
  await folder.writeAll(assetFiles(parts), context.signal);
  await writePictures(folder, site, imagesOf(shown), context);
  await recorded(context, 'WRITE', page.path, meant, () => folder.writeAll([page], context.signal));
  const left = await writeRest(folder, site, parts, context, article.articleId);
  live.published(article);

  const written = (await folder.read(page.path))?.toString('utf8') ?? '';
  differences.push(
    ...(await pageDifferences(meant, written)),
    ...left.map((path) => ({ field: 'otherPage', meant: '', found: path })),
  );
  const post = { remoteId: shown.path, url, modifiedStamp: sha256(written) };
  return { post, visibility: 'public', publicAt: article.firstPublishedAt, differences };
}

async function unpublishFrom(
  root: string,
  live: LiveArticles,
  post: RemotePost,
  context: TargetContext,
): Promise<void> {
  const folder = await openSiteFolder(root, join(context.dataFolder, 'site-kept'));
  const file = pageFile(post.remoteId);
  const page = await folder.read(file);
  const owner =
    Object.entries(folder.manifest.articles).find(([, place]) => place.path === post.remoteId)?.[0] ??
    articleOfPage(page?.toString('utf8') ?? '');
  if (owner !== null) {
    delete folder.manifest.articles[owner];
    live.withdrawn(owner);
    await recorded(context, 'REMOVE', file, null, () => folder.remove(file));
  }
  const site = await siteOf(folder, live.merge(context.liveArticles(), owner), context);
  await writeRest(folder, site, await readParts(), context, null);
}

export function createFolderSiteTarget(): PublishingTarget<FolderSiteConfiguration> {
  const folders = new Map<string, { live: LiveArticles; last: Promise<unknown> }>();

  /** One at a time in a folder, whatever article it is about. */
  async function inFolder<Result>(
    configuration: FolderSiteConfiguration,
    context: PlaceContext,
    work: (root: string, live: LiveArticles) => Promise<Result>,
  ): Promise<Result> {
    const folder = folderOf(configuration, context);
    if (!isAbsolute(folder)) throw new PublishError('folder-unwritable', `not a full path: ${folder}`);
    const root = resolve(folder);
    const state = folders.get(root) ?? { live: createLiveArticles(), last: Promise.resolve() };
    folders.set(root, state);
    const result = state.last.then(() => {
      context.signal.throwIfAborted();
      return work(root, state.live);
    });
    state.last = result.catch(() => {});
    return result.catch((error: unknown) => {
      throw folderError(error);
    });
  }

  return {
    kind: 'folder-site',
    capabilities: siteCapabilities,
    verify: (configuration, context) => verifyFolder(folderOf(configuration, context)),
    publish: (configuration, request, context) =>
      inFolder(configuration, context, (root, live) => publishInto(root, live, request, context)),
    unpublish: (configuration, post, context) =>
      inFolder(configuration, context, (root, live) => unpublishFrom(root, live, post, context)),
    showsFronts: () => true,
    launchFront: (configuration, _front, context) =>
      inFolder(configuration, context, (root, live) => launchInto(root, live, context)),
    async demolish(configuration, context) {
      await inFolder(configuration, context, (root) => rm(root, { recursive: true, force: true }));
      folders.delete(resolve(folderOf(configuration, context)));
    },
    rebuild: (configuration, context) =>
      inFolder(configuration, context, async (root, live) => {
        const folder = await openSiteFolder(root, join(context.dataFolder, 'site-kept'));
        const parts = await readParts();
        const site = await siteOf(folder, live.merge(context.liveArticles(), null), context);
        await folder.refuseForeign([...assetFiles(parts), ...listFiles(site, parts)]);
        await folder.writeAll(assetFiles(parts), context.signal);
        await writeRest(folder, site, parts, context, null);
      }),
  };
}
