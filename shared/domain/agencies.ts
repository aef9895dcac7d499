/** News agencies and outlets as datelines and credits name them. */

export interface Agency {
  /** The name shown where nothing else is set. */
  name: string;
  /** What stands in a credit: `Ant`. */
  shortName: string;
  /** Other spellings in datelines and credits, any case. */
  aliases: readonly string[];
}

export const AGENCIES: readonly Agency[] = [
  {
    name: 'Antara',
    shortName: 'Ant',
    aliases: ['lkbn antara', 'antaranews', 'antaranews.com', 'antara news'],
  },
  { name: 'Reuters', shortName: 'Rtr', aliases: ['thomson reuters'] },
  { name: 'AP', shortName: 'AP', aliases: ['associated press', 'the associated press'] },
  { name: 'AFP', shortName: 'AFP', aliases: ['agence france-presse'] },
  { name: 'Xinhua', shortName: 'Xin', aliases: ['xinhua-oana'] },
  { name: 'Anadolu', shortName: 'AA', aliases: ['anadolu agency'] },
  { name: 'Bernama', shortName: 'Ber', aliases: ['bernama.com'] },
  { name: 'Kyodo', shortName: 'Kyo', aliases: ['kyodo news', 'kyodo-oana'] },
  { name: 'Jiji', shortName: 'Jiji', aliases: ['jiji press'] },
  { name: 'Yonhap', shortName: 'Yon', aliases: ['yonhap news'] },
  { name: 'DPA', shortName: 'DPA', aliases: [] },
  { name: 'EFE', shortName: 'EFE', aliases: [] },
  { name: 'ANSA', shortName: 'ANSA', aliases: [] },
  { name: 'TASS', shortName: 'TASS', aliases: ['itar-tass'] },
  { name: 'Sputnik', shortName: 'Spu', aliases: ['ria novosti', 'sputnik-oana'] },
  { name: 'UPI', shortName: 'UPI', aliases: [] },
  { name: 'PTI', shortName: 'PTI', aliases: [] },
  { name: 'Bloomberg', shortName: 'Blo', aliases: [] },
  { name: 'VNA', shortName: 'VNA', aliases: ['vns'] },
  { name: 'IRNA', shortName: 'IRNA', aliases: [] },
  { name: 'WAM', shortName: 'WAM', aliases: [] },
  { name: 'SPA', shortName: 'SPA', aliases: [] },
  { name: 'OANA', shortName: 'OANA', aliases: [] },
  { name: 'PRNewswire', shortName: 'PRN', aliases: ['pr newswire'] },
  { name: 'Business Wire', shortName: 'BW', aliases: ['businesswire'] },
  { name: 'GlobeNewswire', shortName: 'GNW', aliases: ['globe newswire'] },
];

/** Outlets whose name in a dateline is no web address. */
const OUTLETS: readonly string[] = [
  'kompas',
  'kompas tv',
  'tempo',
  'republika',
  'media indonesia',
  'suara pembaruan',
  'sindonews',
  'viva',
  'cnn indonesia',
  'cnbc indonesia',
  'bbc news indonesia',
  'bbc indonesia',
  'detikcom',
  'tribunnews',
  'okezone',
  'voa',
  'voa indonesia',
  'dw',
  'dw indonesia',
  'bisnis indonesia',
  'the jakarta post',
  'jawa pos',
  'inews',
];

const BY_NAME: ReadonlyMap<string, Agency> = new Map(
  AGENCIES.flatMap((agency) =>
    [agency.name, agency.shortName, ...agency.aliases].map((name) => [name.toLowerCase(), agency] as const),
  ),
);

/** The agency a name, short name or other spelling in any case stands for, or null. */
export function agencyNamed(name: string): Agency | null {
  return BY_NAME.get(name.trim().toLowerCase()) ?? null;
}

/**
 * Whether a name in a dateline is a web address of a newsroom: `KOMPAS.com`, `REPUBLIKA.CO.ID`, `Liputan6.com`. Names
 * under `.example` are nobody's (RFC 2606); the sample newsroom's are.
 */
export function isWebOutlet(name: string): boolean {
  return /^[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)*\.(?:com|co|id|net|org|tv|news|info|example)$/i.test(name.trim());
}

/** Whether a name in a dateline is an agency or an outlet: known by name, by its first words, or a web address. */
export function isNewsSource(name: string): boolean {
  const parts = name.split(/\s*\/\s*/).map((part) => part.trim().toLowerCase());
  return parts.some((part) => {
    if (BY_NAME.has(part) || OUTLETS.includes(part) || isWebOutlet(part)) return true;
    // "Kantor Berita …" says itself what it is.
    if (/^kantor berita(?: [\p{L}\d.]+){1,3}$/u.test(part)) return true;
    // "ANTARA News Jawa Timur", "Antara Jatim": the agency's regional offices.
    return /^antara(?: news)?(?: [\p{L}.]+){1,3}$/u.test(part);
  });
}
