/**
 * What the classic editor of WordPress stores → HTML. It stores text whose empty lines part paragraphs and whose line
 * ends are breaks (`wpautop` makes them so when the post is shown), and shortcodes for captions, galleries and embeds.
 */

/** Applies `outside` to the text around the spans from `opening` to `closing`, and `inside` to what is in them. */
function bySpans(
  text: string,
  { opening, closing }: { opening: RegExp; closing: RegExp },
  inside: (span: string, opened: string) => string,
  outside: (part: string) => string,
): string {
  let done = '';
  let at = 0;
  for (;;) {
    opening.lastIndex = at;
    const opened = opening.exec(text);
    if (opened === null) break;
    closing.lastIndex = opened.index + opened[0].length;
    const closed = closing.exec(text);
    if (closed === null) break;
    done += outside(text.slice(at, opened.index));
    done += inside(text.slice(opened.index + opened[0].length, closed.index), opened[0]);
    at = closed.index + closed[0].length;
  }
  return done + outside(text.slice(at));
}

const PICTURE = /^\s*(?:<a\s[^>]{0,4000}>\s*)?<img\s[^>]{0,4000}>(?:\s*<\/a>)?/i;

/** `[caption]<img> Words[/caption]`: the picture and its words in a figure. */
function captioned(span: string): string {
  const picture = PICTURE.exec(span)?.[0] ?? '';
  return `<figure>${picture}<figcaption>${span.slice(picture.length).trim()}</figcaption></figure>`;
}

function withoutShortcodes(html: string): string {
  const spans = { opening: /\[(?:wp_)?caption\b[^\]]{0,2000}\]/gi, closing: /\[\/(?:wp_)?caption\]/gi };
  return bySpans(html, spans, captioned, (part) => part)
    .replace(/\[gallery\b[^\]]{0,2000}\]/gi, '')
    .replace(/\[\/?embed\b[^\]]{0,2000}\]/gi, '');
}

/** Empty lines open a paragraph, line ends between words are breaks; a `<p>` too many means nothing to the converter. */
function withParagraphs(part: string): string {
  return part
    .replace(/\r\n?/g, '\n')
    .replace(/\n[^\S\n]*\n\s*/g, '\n<p>')
    .replace(/([^>\s])[^\S\n]{0,40}\n(?=[^<\s])/g, '$1<br>');
}

/** Content with block comments is HTML already and comes back as it is. */
export function classicToHtml(content: string): string {
  if (content.includes('<!-- wp:')) return content;
  const pre = { opening: /<pre[\s>]/gi, closing: /<\/pre>/gi };
  return bySpans(withoutShortcodes(content), pre, (span, opened) => `${opened}${span}</pre>`, withParagraphs);
}
