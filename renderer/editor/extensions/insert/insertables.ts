/** What can be put into the copy: one list for the slash menu and the menu of the toolbar. */
import { createCommand, type LexicalCommand, type LexicalEditor } from 'lexical';
import type { MessageKey } from '../../../../shared/i18n/translate.ts';
import {
  AlignLeft,
  BookOpenText,
  Code2,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  Images,
  List,
  ListOrdered,
  Minus,
  Newspaper,
  NotebookText,
  Quote,
  ScissorsLineDashed,
  Table2,
  TextQuote,
  type Icon,
} from '../../../ui/icons/icons.ts';
import { SET_BLOCK_COMMAND } from '../toolbar/format-extension.ts';
import type { BlockKind } from '../toolbar/read-format.ts';
import { INSERT_BLOCK_COMMAND, type InsertableBlock } from './insert-extension.ts';

/** Opens the file picker for pictures. */
export const PICK_PICTURES_COMMAND: LexicalCommand<void> = createCommand('PICK_PICTURES');

export interface Insertable {
  id: BlockKind | InsertableBlock | 'picture';
  icon: Icon;
  label: MessageKey;
  /** Words by which people look for it, in both languages. */
  words: string;
  run(editor: LexicalEditor): void;
}

function kind(id: BlockKind, icon: Icon, words: string): Insertable {
  return {
    id,
    icon,
    label: `editor.block.${id}`,
    words,
    run: (editor) => void editor.dispatchCommand(SET_BLOCK_COMMAND, id),
  };
}

function block(id: InsertableBlock, icon: Icon, label: MessageKey, words: string): Insertable {
  return { id, icon, label, words, run: (editor) => void editor.dispatchCommand(INSERT_BLOCK_COMMAND, id) };
}

export const INSERTABLES: readonly Insertable[] = [
  {
    id: 'picture',
    icon: ImagePlus,
    label: 'editor.picture',
    words: 'gambar foto picture image photo',
    run: (editor) => void editor.dispatchCommand(PICK_PICTURES_COMMAND, undefined),
  },
  block('gallery', Images, 'editor.gallery', 'galeri foto gambar gallery pictures'),
  block(
    'embed',
    Code2,
    'editor.embed',
    'sematan youtube x twitter instagram tiktok facebook spotify peta map video embed',
  ),
  block('table', Table2, 'editor.table', 'tabel table excel sheets'),
  block('factbox', NotebookText, 'editor.factbox', 'kotak fakta fact box infobox'),
  block('relatedstory', Newspaper, 'editor.related', 'baca juga artikel terkait related story read also'),
  kind('h2', Heading2, 'judul bagian heading'),
  kind('h3', Heading3, 'subjudul heading'),
  kind('h4', Heading4, 'subjudul kecil heading'),
  kind('paragraph', AlignLeft, 'paragraf paragraph text'),
  kind('bullet', List, 'daftar butir list bullets'),
  kind('number', ListOrdered, 'daftar nomor list numbers'),
  kind('quote', TextQuote, 'kutipan quote'),
  kind('pullquote', Quote, 'kutipan besar pull quote'),
  block('sourcenote', BookOpenText, 'editor.sourcenote', 'catatan sumber source note'),
  block('readmore', ScissorsLineDashed, 'editor.readmore.short', 'baca selengkapnya read more'),
  block('horizontalrule', Minus, 'editor.rule', 'garis pemisah rule divider'),
];

/** Those whose name or search words hold the query, names first. */
export function findInsertables(query: string, nameOf: (key: MessageKey) => string): Insertable[] {
  const wanted = query.toLocaleLowerCase();
  const named = INSERTABLES.filter(({ label }) => nameOf(label).toLocaleLowerCase().startsWith(wanted));
  const rest = INSERTABLES.filter(
    (each) =>
      !named.includes(each) && `${nameOf(each.label)} ${each.words}`.toLocaleLowerCase().includes(wanted),
  );
  return [...named, ...rest];
}
