import type { NodeKey } from 'lexical';
import { createContext, use } from 'react';
import type { ImageNode as SerializedImageNode } from '../../../../shared/document/vocabulary.ts';
import type { DetailsOf } from '../cards/card-node.ts';
import type { EditorServices } from '../../services.ts';
import type { PictureTransfers } from './picture-transfers.ts';

export type ImageDetails = DetailsOf<SerializedImageNode>;
export type ImageText = 'alt' | 'caption' | 'credit';

/** What the block on screen can do with the node behind it. Made by the image extension, handed down by context. */
export interface ImageActions {
  services: EditorServices;
  transfers: PictureTransfers;
  /** Sets what a finished transfer brought, where an undo has taken it away again. */
  restore(key: NodeKey): void;
  fetch(key: NodeKey): void;
  write(key: NodeKey, field: ImageText, value: string): void;
  /** Sets the crop, or the point that every crop keeps. */
  frame(key: NodeKey, framing: Partial<Pick<ImageDetails, 'ratio' | 'focusX' | 'focusY'>>): void;
  remove(key: NodeKey): void;
}

export const ImageActionsContext = createContext<ImageActions | null>(null);

export function useImageActions(): ImageActions {
  const actions = use(ImageActionsContext);
  if (actions === null) throw new Error('an image block outside the article editor');
  return actions;
}

/** Nothing to show yet and nothing to store: a picture still being taken in. */
export function isUnfinishedImage(details: Pick<ImageDetails, 'mediaId' | 'sourceUrl'>): boolean {
  return details.mediaId === '' && details.sourceUrl === '';
}
