/** Addresses of things that live at other sites (films, posts, songs, maps): what they are, and the address they are kept under. */

export const EMBED_PROVIDERS = ['youtube', 'x', 'instagram', 'tiktok', 'facebook', 'spotify', 'map'] as const;
export type EmbedProvider = (typeof EMBED_PROVIDERS)[number];

/** Names as the providers write them; a map has many providers and is named in the reader's language. */
export const EMBED_NAMES: Readonly<Record<Exclude<EmbedProvider, 'map'>, string>> = {
  youtube: 'YouTube',
  x: 'X',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  facebook: 'Facebook',
  spotify: 'Spotify',
};

export interface EmbedAddress {
  provider: EmbedProvider;
  /** The address a reader opens, without tracking; the same for every way to write it. */
  url: string;
}

function youtube(url: URL): string | null {
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean);
  if (first === 'embed' && second === 'videoseries') return playlist(url);
  const id = url.hostname.endsWith('youtu.be')
    ? first
    : ['embed', 'shorts', 'live', 'v'].includes(first)
      ? second
      : first === 'watch'
        ? (url.searchParams.get('v') ?? '')
        : '';
  if (!/^[\w-]{6,20}$/.test(id)) return first === 'playlist' ? playlist(url) : null;
  const start = url.searchParams.get('t') ?? url.searchParams.get('start') ?? '';
  return `https://www.youtube.com/watch?v=${id}${/^\d+s?$/.test(start) ? `&t=${start}` : ''}`;
}

function playlist(url: URL): string | null {
  const list = url.searchParams.get('list') ?? '';
  return /^[\w-]{6,60}$/.test(list) ? `https://www.youtube.com/playlist?list=${list}` : null;
}

function x(url: URL): string | null {
  const embedded = /^\/embed\/tweet\.html$/i.test(url.pathname) ? (url.searchParams.get('id') ?? '') : '';
  if (/^\d+$/.test(embedded)) return `https://x.com/i/status/${embedded}`;
  const status = /^\/(\w{1,20}|i\/web)\/status(?:es)?\/(\d+)/.exec(url.pathname);
  return status === null ? null : `https://x.com/${status[1]}/status/${status[2]}`;
}

function instagram(url: URL): string | null {
  const post = /^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)/.exec(url.pathname);
  return post === null ? null : `https://www.instagram.com/${post[1]}/${post[2]}/`;
}

function tiktok(url: URL): string | null {
  const film = /^\/(@[\w.-]+)\/(video|photo)\/(\d+)/.exec(url.pathname);
  if (film !== null) return `https://www.tiktok.com/${film[1]}/${film[2]}/${film[3]}`;
  const embedded = /^\/(?:embed|player)\/v\d\/(\d+)/.exec(url.pathname);
  if (embedded !== null) return `https://www.tiktok.com/embed/v2/${embedded[1]}`;
  const short = /^\/(?:t\/)?(\w{6,20})\/?$/.exec(url.pathname);
  return short !== null && /^v[mt]\./.test(url.hostname) ? `https://${url.hostname}/${short[1]}/` : null;
}

function facebook(url: URL): string | null {
  if (/^\/(?:v[\d.]+\/)?plugins\/(?:post|video)\.php$/.test(url.pathname)) {
    const shown = URL.parse(url.searchParams.get('href') ?? '');
    return shown !== null && /(?:^|\.)facebook\.com$/.test(shown.hostname) ? facebook(shown) : null;
  }
  if (/(?:^|\.)fb\.watch$/.test(url.hostname)) return `https://fb.watch${url.pathname}`;
  const path = url.pathname;
  const kept = ['v', 'story_fbid', 'fbid', 'id', 'set'].flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const isPost = /\/(?:posts|videos|reel|photos|share)\/\S/.test(path);
  const isByNumber = /\/(?:watch\/?|permalink\.php|story\.php|photo(?:\.php)?\/?|video\.php)$/.test(path);
  if (!isPost && !(isByNumber && kept.length > 0)) return null;
  return `https://www.facebook.com${path}${isByNumber ? `?${kept.join('&')}` : ''}`;
}

function spotify(url: URL): string | null {
  const shown =
    /^\/(?:embed\/|intl-\w+\/)*(track|album|playlist|episode|show|artist)\/([A-Za-z0-9]{10,40})/.exec(
      url.pathname,
    );
  return shown === null ? null : `https://open.spotify.com/${shown[1]}/${shown[2]}`;
}

function map(url: URL): string | null {
  const isMap =
    /(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname) && !url.hostname.startsWith('maps.')
      ? url.pathname.startsWith('/maps')
      : true;
  return isMap && `${url.pathname}${url.search}${url.hash}` !== '/' ? url.href : null;
}

/** What else Google shortened so may lead anywhere. */
function shortenedMap(url: URL): string | null {
  const place = /^\/maps\/([\w-]+)\/?$/.exec(url.pathname);
  return place === null ? null : `https://goo.gl/maps/${place[1]}`;
}

const HOSTS: readonly (readonly [RegExp, EmbedProvider, (url: URL) => string | null])[] = [
  [/^(?:www\.|m\.|music\.)?(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/, 'youtube', youtube],
  [/^(?:www\.|mobile\.|platform\.)?(?:twitter\.com|x\.com)$/, 'x', x],
  [/^(?:www\.)?instagram\.com$/, 'instagram', instagram],
  [/^(?:www\.|m\.|vm\.|vt\.)?tiktok\.com$/, 'tiktok', tiktok],
  [/^(?:www\.|m\.|web\.|id-id\.)?facebook\.com$|^(?:www\.)?fb\.watch$/, 'facebook', facebook],
  [/^open\.spotify\.com$/, 'spotify', spotify],
  [
    /^(?:www\.|maps\.)?google\.(?:com|co\.id)$|^maps\.app\.goo\.gl$|^(?:www\.)?openstreetmap\.org$/,
    'map',
    map,
  ],
  [/^goo\.gl$/, 'map', shortenedMap],
];

/** What an address shows, where it is one of a known provider's things; null for anything else, its home page included. */
export function embedOfAddress(address: string): EmbedAddress | null {
  const url = URL.parse(address.trim());
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.port !== '' || url.username !== '') return null;
  for (const [host, provider, read] of HOSTS) {
    if (!host.test(url.hostname)) continue;
    const shown = read(url);
    return shown === null ? null : { provider, url: shown };
  }
  return null;
}
