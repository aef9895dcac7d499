/** News in words, and where it leads: the same in the windows and in the notifications of the system. */
import type { News } from '../contract/notifications.ts';
import { cutAtWord } from '../domain/cut-at-word.ts';
import { isMessageKey, translate, type Language } from './translate.ts';

export interface DescribedNews {
  title: string;
  /** More of it; empty where the title says all. */
  body: string;
  /** A `redaksi://` address. */
  link: string;
  /** Something is wrong, rather than new. */
  problem: boolean;
}

/** A headline may be as long as it likes; a notification stays a few lines. UTF-16 units. */
const LONGEST_LINE = 120;

/** `nameOf` gives the name of a person of the house, empty for one who is not known. */
export function describeNews(
  news: News,
  language: Language,
  nameOf: (personId: string) => string,
): DescribedNews {
  const told = tell(news, language, nameOf);
  const lines = told.body.split('\n').map((line) => cutAtWord(line, LONGEST_LINE));
  return { ...told, body: lines.join('\n') };
}

function tell(news: News, language: Language, nameOf: (personId: string) => string): DescribedNews {
  switch (news.kind) {
    case 'wire-flash':
    case 'wire-urgent':
      return {
        title: translate(language, news.kind === 'wire-flash' ? 'news.flash' : 'news.urgent', {
          source: news.source,
        }),
        body: news.headline,
        link: `redaksi://kawat/${news.storyId}`,
        problem: false,
      };
    case 'wire-withdrawn':
      return {
        title: translate(language, 'news.withdrawn'),
        body: news.headline,
        link: `redaksi://kawat/${news.storyId}`,
        problem: true,
      };
    case 'impact':
      return {
        title: translate(language, `impact.kind.${news.change}`),
        body: translate(language, 'impact.news', { headline: news.headline, count: news.articles }),
        link: `redaksi://dampak/${news.impactId}`,
        problem: true,
      };
    case 'impact-waiting':
      return {
        title: translate(language, 'impact.waiting', { count: news.articles }),
        body: news.headline === '' ? translate(language, 'articles.untitled') : news.headline,
        link: `redaksi://dampak/${news.impactId}`,
        problem: true,
      };
    case 'wire-rule': {
      const [storyId, ...others] = news.storyIds;
      return {
        title: translate(language, 'rules.news', { rule: news.rule, count: news.storyIds.length }),
        body: news.headlines.join('\n'),
        link: others.length === 0 && storyId !== undefined ? `redaksi://kawat/${storyId}` : 'redaksi://kawat',
        problem: false,
      };
    }
    case 'wire-several':
      return {
        title: translate(language, 'news.several', { count: news.storyIds.length }),
        body: news.headlines.join('\n'),
        link: 'redaksi://kawat',
        problem: false,
      };
    case 'delivery-failed':
    case 'delivery-conflict':
      return {
        title: translate(language, `news.${news.kind}`, { target: news.target }),
        body: news.headline === '' ? translate(language, 'articles.untitled') : news.headline,
        link: 'redaksi://terbitan',
        problem: true,
      };
    case 'sent': {
      const headline = news.headline === '' ? translate(language, 'articles.untitled') : news.headline;
      const from = nameOf(news.from) || translate(language, 'people.unnamed');
      return {
        title: translate(language, news.to.kind === 'person' ? 'news.sent' : 'news.sent.desk', { from }),
        body: news.note === '' ? headline : `${headline}\n“${news.note}”`,
        link: `redaksi://naskah/${news.articleId}`,
        problem: false,
      };
    }
    case 'notice': {
      const key = `settings.notice.${news.code}`;
      return {
        title: translate(language, 'news.notice'),
        body: isMessageKey(key) ? translate(language, key) : news.code,
        link: 'redaksi://atur/data',
        problem: true,
      };
    }
  }
}
