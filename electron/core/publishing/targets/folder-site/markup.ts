/** HTML put together from pieces: what is not markup already is escaped. */
import { escapeHtml } from '../../../../../shared/document/inline-html.ts';

/** A piece of finished, safe HTML. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Piece = Markup | string | number | null | false | readonly Piece[];

function pieceHtml(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (piece instanceof Markup) return piece.html;
  if (typeof piece === 'string' || typeof piece === 'number') return escapeHtml(String(piece));
  return piece.map(pieceHtml).join('');
}

/** A template of HTML: strings put in are escaped, `null` and `false` write nothing, lists are joined. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + pieceHtml(pieces[index - 1] ?? null) + part));
}

/** Pieces one below the other; those that write nothing take no line. */
export function lines(...pieces: readonly Piece[]): Markup {
  return new Markup(
    pieces
      .flat(2)
      .map(pieceHtml)
      .filter((html) => html !== '')
      .join('\n'),
  );
}

/** A JSON data block; nothing in it can end the element. */
export function jsonScript(type: string, value: unknown): Markup {
  const json = JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
  return new Markup(`<script type="${escapeHtml(type)}">${json}</script>`);
}
