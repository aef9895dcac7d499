/** How long the texts of a headline set may be before the places that show them cut them. */
import type { ArticleFields } from '../contract/articles.ts';

export type HeadlineField = keyof Pick<
  ArticleFields,
  'headline' | 'shortHeadline' | 'seoTitle' | 'socialTitle' | 'dek' | 'seoDescription' | 'kicker' | 'slug'
>;

export interface HeadlineLimit {
  characters: number;
  /** CSS pixels of the text in one line, in the font the place sets it in (all lines it has room for together). */
  width: number;
  /** A CSS font. */
  font: string;
}

const COPY = "'Source Serif 4 Variable', Georgia, serif";
const GOOGLE = 'Arial, sans-serif';

/** The one table of limits. Google: 600 pixels of title, 920 of description; cards: two lines; fronts: as our pages. */
export const HEADLINE_LIMITS: Readonly<Record<HeadlineField, HeadlineLimit>> = {
  headline: { characters: 78, width: 1320, font: `600 33px ${COPY}` },
  shortHeadline: { characters: 48, width: 520, font: `600 19px ${COPY}` },
  kicker: { characters: 24, width: 170, font: '600 12px sans-serif' },
  dek: { characters: 180, width: 1500, font: `400 19px ${COPY}` },
  seoTitle: { characters: 60, width: 580, font: `20px ${GOOGLE}` },
  seoDescription: { characters: 155, width: 920, font: `14px ${GOOGLE}` },
  socialTitle: { characters: 65, width: 640, font: '600 16px Helvetica, Arial, sans-serif' },
  slug: { characters: 60, width: 460, font: `14px ${GOOGLE}` },
};

/** What a text is measured against: characters as a person counts them, and its share of the narrower room. */
export interface Measure {
  characters: number;
  /** CSS pixels, rounded. */
  width: number;
  /** 1 where it just fits. */
  share: number;
  fits: boolean;
}

export function measureText(
  text: string,
  { characters: most, width: room }: HeadlineLimit,
  widthOf: (text: string) => number,
): Measure {
  const trimmed = text.trim();
  const characters = [...trimmed].length;
  const width = Math.round(widthOf(trimmed));
  const share = Math.max(characters / most, width / room);
  return { characters, width, share, fits: share <= 1 };
}
