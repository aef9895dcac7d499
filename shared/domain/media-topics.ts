/** IPTC Media Topics (http://cv.iptc.org/newscodes/mediatopic/), the top level, and the sections of newsrooms that mean one. */

/** What a topic's code is added to. */
export const MEDIA_TOPICS = 'http://cv.iptc.org/newscodes/mediatopic/';

export interface MediaTopic {
  code: string;
  /** Its English name. */
  name: string;
}

const TOPICS = {
  culture: { code: '01000000', name: 'arts, culture, entertainment and media' },
  crime: { code: '02000000', name: 'crime, law and justice' },
  disaster: { code: '03000000', name: 'disaster, accident and emergency incident' },
  economy: { code: '04000000', name: 'economy, business and finance' },
  education: { code: '05000000', name: 'education' },
  environment: { code: '06000000', name: 'environment' },
  health: { code: '07000000', name: 'health' },
  humanInterest: { code: '08000000', name: 'human interest' },
  labour: { code: '09000000', name: 'labour' },
  lifestyle: { code: '10000000', name: 'lifestyle and leisure' },
  politics: { code: '11000000', name: 'politics and government' },
  religion: { code: '12000000', name: 'religion' },
  science: { code: '13000000', name: 'science and technology' },
  society: { code: '14000000', name: 'society' },
  sport: { code: '15000000', name: 'sport' },
  conflict: { code: '16000000', name: 'conflict, war and peace' },
  weather: { code: '17000000', name: 'weather' },
} as const satisfies Record<string, MediaTopic>;

const TOPIC_OF_SLUG: Readonly<Record<string, MediaTopic>> = {
  bencana: TOPICS.disaster,
  bisnis: TOPICS.economy,
  bola: TOPICS.sport,
  budaya: TOPICS.culture,
  cuaca: TOPICS.weather,
  ekonomi: TOPICS.economy,
  'gaya-hidup': TOPICS.lifestyle,
  hiburan: TOPICS.culture,
  hukum: TOPICS.crime,
  humaniora: TOPICS.society,
  kesehatan: TOPICS.health,
  keuangan: TOPICS.economy,
  kriminal: TOPICS.crime,
  ketenagakerjaan: TOPICS.labour,
  lifestyle: TOPICS.lifestyle,
  lingkungan: TOPICS.environment,
  olahraga: TOPICS.sport,
  pendidikan: TOPICS.education,
  politik: TOPICS.politics,
  agama: TOPICS.religion,
  religi: TOPICS.religion,
  sains: TOPICS.science,
  sepakbola: TOPICS.sport,
  seni: TOPICS.culture,
  sosial: TOPICS.society,
  tekno: TOPICS.science,
  teknologi: TOPICS.science,
  unik: TOPICS.humanInterest,
  konflik: TOPICS.conflict,
  sports: TOPICS.sport,
  business: TOPICS.economy,
  politics: TOPICS.politics,
  health: TOPICS.health,
  technology: TOPICS.science,
};

/** The topic of a section by its slug; null for sections that name a place or a reach (`nasional`, `dunia`), not a topic. */
export function mediaTopicOfSection(slug: string): MediaTopic | null {
  const plain = slug.trim().toLowerCase();
  return Object.hasOwn(TOPIC_OF_SLUG, plain) ? (TOPIC_OF_SLUG[plain] ?? null) : null;
}
