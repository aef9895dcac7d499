/** Antara's public feeds as presets, and the identity of a story that runs in several channels. */

export interface AntaraChannel {
  /** Name of the channel in its address; unique together with the host. */
  channel: string;
  host: string;
  url: string;
  /** What the source is called in the list. */
  label: string;
  language: 'id' | 'en';
  /** Antara's channel names are no reliable sections, so none is suggested. */
  section: null;
}

function channelOf(
  host: string,
  channel: string,
  label: string,
  language: 'id' | 'en' = 'id',
): AntaraChannel {
  return { channel, host, url: `https://${host}/rss/${channel}.xml`, label, language, section: null };
}

const NATIONAL = 'www.antaranews.com';

/** The public channels, national first, then English and regional ones; allowed uses are the house's to set. */
export const ANTARA_CHANNELS: readonly AntaraChannel[] = [
  channelOf(NATIONAL, 'terkini', 'Antara – Terkini'),
  channelOf(NATIONAL, 'top-news', 'Antara – Top News'),
  channelOf(NATIONAL, 'politik', 'Antara – Politik'),
  channelOf(NATIONAL, 'hukum', 'Antara – Hukum'),
  channelOf(NATIONAL, 'ekonomi', 'Antara – Ekonomi'),
  channelOf(NATIONAL, 'ekonomi-finansial', 'Antara – Ekonomi: Finansial'),
  channelOf(NATIONAL, 'ekonomi-bisnis', 'Antara – Ekonomi: Bisnis'),
  channelOf(NATIONAL, 'ekonomi-bursa', 'Antara – Ekonomi: Bursa'),
  channelOf(NATIONAL, 'metro', 'Antara – Metro'),
  channelOf(NATIONAL, 'sepakbola', 'Antara – Sepak Bola'),
  channelOf(NATIONAL, 'olahraga', 'Antara – Olahraga'),
  channelOf(NATIONAL, 'humaniora', 'Antara – Humaniora'),
  channelOf(NATIONAL, 'lifestyle', 'Antara – Lifestyle'),
  channelOf(NATIONAL, 'hiburan', 'Antara – Hiburan'),
  channelOf(NATIONAL, 'dunia', 'Antara – Dunia'),
  channelOf(NATIONAL, 'infografik', 'Antara – Infografik'),
  channelOf(NATIONAL, 'tekno', 'Antara – Tekno'),
  channelOf(NATIONAL, 'otomotif', 'Antara – Otomotif'),
  channelOf(NATIONAL, 'warta-bumi', 'Antara – Warta Bumi'),
  channelOf(NATIONAL, 'rilis-pers', 'Antara – Rilis Pers'),
  channelOf(NATIONAL, 'photo', 'Antara – Foto'),
  channelOf(NATIONAL, 'video', 'Antara – Video'),
  channelOf('en.antaranews.com', 'news', 'Antara – English', 'en'),
  channelOf('megapolitan.antaranews.com', 'terkini', 'Antara Megapolitan – Terkini'),
];

const TRACKING = /^(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref|source)(?:=|$)/i;

/** Whether a path alone may stand for a story: `/berita/123/judul` does, `/`, `/index.php` and `/?p=12` do not. */
function pathNamesStory(path: string): boolean {
  return !/^\/*$|\.(?:php|aspx?|jsp|cgi)$/i.test(path);
}

/**
 * The identity of a story by its link: scheme and host in lower case, no standard port, no fragment, no query. Where
 * the query is what names the story (`/?p=12`, `/read.php?id=3`) it stays, without tracking parameters. Text that is
 * no http(s) link (`tag:`, `urn:`, a bare number) comes back trimmed and otherwise as it was.
 */
export function identityOfLink(link: string): string {
  const trimmed = link.trim();
  const match = /^(https?):\/\/([^/?#\s]+)([^?#]*)(?:\?([^#]*))?/i.exec(trimmed);
  if (match === null) return trimmed;
  const scheme = (match[1] ?? '').toLowerCase();
  const standardPort = scheme === 'https' ? /:443$/ : /:80$/;
  const host = (match[2] ?? '').toLowerCase().replace(standardPort, '');
  const path = match[3] === '' || match[3] === undefined ? '/' : match[3].trimEnd();
  const address = `${scheme}://${host}${path}`;
  if (pathNamesStory(path)) return address;
  const query = (match[4] ?? '')
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part))
    .join('&');
  return query === '' ? address : `${address}?${query}`;
}
