/** Paragraphs and headlines that are too long; pictures nobody describes or is credited for. */
import { countWords } from '../document/walk.ts';
import type { TextCheck } from './found.ts';

const checkLength: TextCheck = ({ kind, text, property }, { longParagraphWords, longHeadline }) => {
  if (kind === 'headline') {
    const length = [...text.trim()].length;
    if (length <= longHeadline) return [];
    const parameters = { count: String(length), limit: String(longHeadline) };
    return [{ check: 'length', code: 'long-headline', start: 0, end: text.length, parameters, fixes: [] }];
  }
  if ((kind !== 'text' && kind !== 'quote') || property !== null) return [];
  const words = countWords(text);
  if (words <= longParagraphWords) return [];
  const parameters = { count: String(words), limit: String(longParagraphWords) };
  return [{ check: 'length', code: 'long-paragraph', start: 0, end: text.length, parameters, fixes: [] }];
};

/** Every picture has its alt and credit as texts of their own, empty ones too. */
export const checkPicture: TextCheck = ({ kind, text, about }) => {
  if (about === '' || text.trim() !== '' || (kind !== 'alt' && kind !== 'credit')) return [];
  return [{ check: 'picture', code: `${kind}-missing`, start: 0, end: 0, fixes: [] }];
};

export const lengthAndPictureChecks: readonly TextCheck[] = [checkLength, checkPicture];
