/** For tests of formats: markup that attacks whoever shows it, and the claim that a story carries none of it. */
import { expect } from 'vitest';
import { wireStorySchema, type WireStory } from '../../../../shared/contract/wire-story.ts';
import { WireParseError } from './parse-error.ts';
import { parseWireBytes, type WireParseOptions } from './parse.ts';

/** Known vectors (after the OWASP filter evasion cheat sheet); each does its harm by calling `alert`. */
export const XSS_VECTORS: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://jahat.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img src="https://contoh.id/1.jpg" onload="alert(1)">',
  '<svg onload=alert(1)><script>alert(2)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>klik</text></a></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<a href="javascript:alert(1)">klik</a>',
  '<a href="JaVaScRiPt&colon;alert(1)">klik</a>',
  '<a href="java\tscript:alert(1)">klik</a>',
  '<a href="&#106;avascript:alert(1)">klik</a>',
  '<a href=" &#14; javascript:alert(1)">klik</a>',
  '<a href="vbscript:alert(1)">klik</a>',
  '<a href="data:text/html,<script>alert(1)</script>">klik</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="></object>',
  '<embed src="javascript:alert(1)">',
  '<video><source onerror="alert(1)" src="javascript:alert(1)"></video>',
  '<body onload=alert(1)>isi</body>',
  '<div style="background:url(javascript:alert(1))">isi</div>',
  '<style>@import "javascript:alert(1)";</style>',
  '<link rel=stylesheet href="javascript:alert(1)">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript:alert(1)//"><a href="x">klik</a>',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">kirim</button></form>',
  '<details open ontoggle=alert(1)>isi</details>',
  '<input autofocus onfocus=alert(1)>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">isi</p></noscript>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[><script>alert(1)</script>]]>',
];

const HARMFUL_SCHEME = /^\W*(?:javascript|vbscript|data|file|blob):/i;

function addressesIn(value: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [value];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== 'object' || at === null) continue;
    for (const [name, content] of Object.entries(at)) {
      if (/url$|href|src/i.test(name) && typeof content === 'string') found.push(content);
      else if (content !== null) open.push(content);
    }
  }
  return found;
}

/** The node types of a body, all levels. */
function nodeTypesIn(value: unknown): Set<string> {
  return new Set([...JSON.stringify(value).matchAll(/"type":"([\w-]+)"/g)].map((match) => match[1] ?? ''));
}

/** The story is valid, its document has nodes of the vocabulary only, and no address in it acts. */
export function expectHarmless(story: WireStory): void {
  expect(wireStorySchema.parse(story)).toEqual(story);
  expect([...nodeTypesIn(story.body)]).not.toContain('foreign');
  for (const address of addressesIn(story)) expect(address).not.toMatch(HARMFUL_SCHEME);
}

/** Reads bytes as a fuzzer does: harmless stories, or the code of a typed error; anything else fails the test. */
export function readWhatever(bytes: Uint8Array, options: WireParseOptions = {}): WireStory[] | string {
  try {
    const { stories } = parseWireBytes(bytes, options);
    for (const story of stories) expectHarmless(story);
    return stories;
  } catch (error) {
    if (error instanceof WireParseError) return error.code;
    throw error;
  }
}
