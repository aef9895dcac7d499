import type { EditorThemeClasses } from 'lexical';
import styles from './copy.module.css';

function classOf(name: string): string {
  return styles[name] ?? name;
}

/** Classes of the copy as it stands on the paper. */
export const copyTheme: EditorThemeClasses = {
  paragraph: classOf('paragraph'),
  heading: { h2: classOf('h2'), h3: classOf('h3'), h4: classOf('h4') },
  quote: classOf('quote'),
  pullquote: classOf('pullquote'),
  factbox: classOf('factbox'),
  sourcenote: classOf('sourcenote'),
  table: classOf('table'),
  tableScrollableWrapper: classOf('tableScroll'),
  tableCell: classOf('cell'),
  tableCellHeader: classOf('headerCell'),
  tableCellSelected: classOf('selectedCell'),
  tableSelection: classOf('tableSelection'),
  hr: classOf('rule'),
  hrSelected: classOf('ruleSelected'),
  link: classOf('link'),
  list: {
    ul: classOf('ul'),
    ol: classOf('ol'),
    listitem: classOf('listitem'),
    nested: { listitem: classOf('nestedItem') },
  },
  text: {
    bold: classOf('bold'),
    italic: classOf('italic'),
    underline: classOf('underline'),
    strikethrough: classOf('strike'),
    underlineStrikethrough: classOf('underlineStrike'),
    code: classOf('code'),
  },
};
