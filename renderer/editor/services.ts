/** What the editor needs from outside: pictures and words. It knows no core and no feature. */
import type { ComponentType } from 'react';
import type { ArticleFields } from '../../shared/contract/articles.ts';
import type { BlockNode } from '../../shared/document/vocabulary.ts';
import type { AutotextEntry } from '../../shared/contract/writing-settings.ts';
import type { AutotextValues } from '../../shared/domain/autotext.ts';
import type { MessageKey, MessageParameters } from '../../shared/i18n/translate.ts';

export interface StoredPicture {
  mediaId: string;
  width: number;
  height: number;
  /** What the file itself says of it. */
  caption: string;
  credit: string;
}

export interface FoundStory {
  articleId: string;
  headline: string;
}

export interface PictureRightsProps {
  mediaId: string;
  /** As it stands below the picture. */
  credit: string;
  /** Takes over the credit the rights ask for. */
  onCredit: (credit: string) => void;
}

export interface EditorServices {
  /** Stores a picture once by its hash. Rejects with whatever `explain` can put into words. */
  addPicture(file: File): Promise<StoredPicture>;
  /** Fetches a picture from the address a wire story or a pasted page gave. */
  fetchPicture(address: string): Promise<StoredPicture>;
  /** Where the page can load a stored picture from. */
  pictureAddress(mediaId: string): string;
  /** What may be done with a stored picture, and what the gate will ask about it. */
  PictureRights: ComponentType<PictureRightsProps>;
  /** Our own stories that fit what was typed, the best few. */
  searchStories(query: string): Promise<FoundStory[]>;
  /** A block of another hand as the nearest of ours, and in words what of it is lost. Rejects as `addPicture`. */
  makePlain(origin: string, raw: string): Promise<{ blocks: BlockNode[]; lost: string[] }>;
  /** The house's abbreviations, and what their variables stand for in the article on screen, now. */
  autotext(): { entries: readonly AutotextEntry[]; values: AutotextValues };
  /** What the article on screen is written in. */
  language(): ArticleFields['language'];
  /** A sentence for a failure. */
  explain(error: unknown): string;
  /** A message of the editor in the language of the interface. */
  say(key: MessageKey, parameters?: MessageParameters): string;
}
