/** The one file of a feed: what is out at the partner now, newest first, and what was taken back lately. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PartnerConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import { correctionTitles } from '../../../../../shared/document/with-corrections.ts';
import type { FeedFormat } from '../../formats/formats.ts';
import { itemTime, newsItemOf, withdrawalOf, type NewsItem } from '../../formats/news-item.ts';
import type { ListedArticle, TargetContext } from '../../target.ts';
import { deliverPictures } from './pictures.ts';
import type { OutgoingFile, PartnerWay } from './way.ts';

/** Stories in a feed, and withdrawals in it. */
const LONGEST_FEED = 30;

const withdrawalsSchema = z.array(
  z.object({ uri: z.string(), headline: z.string(), edNote: z.string(), at: z.number() }),
);
type Withdrawal = z.output<typeof withdrawalsSchema>[number];

function withdrawalsOf({ memory }: TargetContext): Withdrawal[] {
  const kept = memory.get('withdrawals');
  return kept === null ? [] : withdrawalsSchema.parse(JSON.parse(kept));
}

function keepWithdrawals(withdrawals: readonly Withdrawal[], { memory }: TargetContext): void {
  memory.set('withdrawals', JSON.stringify(withdrawals.slice(0, LONGEST_FEED)));
}

/** Has the feed say from now on that an item was taken back. */
export function rememberWithdrawal(
  { uri, headline, edNote, versionCreated }: NewsItem,
  context: TargetContext,
): void {
  const others = withdrawalsOf(context).filter((each) => each.uri !== uri);
  keepWithdrawals([{ uri, headline, edNote, at: Date.parse(versionCreated) }, ...others], context);
}

/** An item is out, whatever was said of it before. */
export function forgetWithdrawal(uri: string, context: TargetContext): void {
  const all = withdrawalsOf(context);
  const others = all.filter((each) => each.uri !== uri);
  if (others.length < all.length) keepWithdrawals(others, context);
}

/** The feed with these articles. The same articles make the same bytes. */
export async function feedFile(
  configuration: PartnerConfiguration,
  format: FeedFormat,
  listed: readonly ListedArticle[],
  way: PartnerWay,
  context: TargetContext,
): Promise<OutgoingFile> {
  const { house, targetId } = context;
  const newest = listed
    .toSorted(
      (one, other) =>
        other.firstPublishedAt - one.firstPublishedAt || (one.articleId < other.articleId ? -1 : 1),
    )
    .slice(0, LONGEST_FEED);
  const items: NewsItem[] = [];
  for (const article of newest) {
    const pictures = await deliverPictures(configuration, documentImages(article.document), way, context);
    const uri = context.memory.get(`uri:${article.articleId}`) ?? `urn:uuid:${article.articleId}`;
    const times = {
      firstCreated: article.firstPublishedAt,
      versionCreated: Math.max(article.updatedAt, article.firstPublishedAt),
    };
    const item = newsItemOf(
      article,
      { uri, version: 1, ...times },
      {
        house,
        terms: configuration,
        noteToldBefore: null,
        embargoedUntil: null,
        forbidsAi: context.forbidsAi(article.articleId),
        pictures,
      },
    );
    // A feed has only the last version of each story and no note to the desk: its categories tell that it was corrected.
    items.push({ ...item, tags: [...item.tags, ...correctionTitles(article.corrections)] });
  }
  const withdrawals = withdrawalsOf(context);
  for (const { uri, headline, edNote, at } of withdrawals) {
    const times = { firstCreated: at, versionCreated: at };
    items.push(
      withdrawalOf({ headline, edNote }, { uri, version: 1, ...times }, { house, terms: configuration }),
    );
  }
  const changes = [
    ...newest.map(({ updatedAt, firstPublishedAt }) => Math.max(updatedAt, firstPublishedAt)),
    ...withdrawals.map(({ at }) => at),
  ];
  const content = format.write(items, {
    title: house.name,
    uri: `urn:uuid:${targetId}`,
    siteUrl: house.siteUrl.trim(),
    language: configuration.language,
    copyrightNotice: configuration.copyrightNotice,
    updated: itemTime(
      house,
      changes.reduce((latest, at) => Math.max(latest, at), 0),
    ),
  });
  const key = createHash('sha256').update(content).digest('hex');
  return { name: `feed.${format.extension}`, mimeType: format.mimeType, content, key };
}
