/** Conditions and rules as plain sentences. */
import type { RuleAction } from '../contract/rules.ts';
import { zoneLabel } from '../domain/indonesian-dates.ts';
import type { WireQuery } from '../domain/wire-query.ts';
import { translate, type Language, type MessageKey } from './translate.ts';

function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}

/** In typographic quotation marks, where none were typed. */
function quoted(words: string): string {
  return words.includes('"') ? words : `“${words}”`;
}

/**
 * What a query asks for, as the second half of a sentence that begins with “if”; empty where it asks nothing. What people
 * did and dates are left out: they are no conditions of a story that arrives.
 */
export function describeCondition(query: WireQuery, language: Language, offsetMinutes: number): string {
  const say = (key: MessageKey, parameters = {}): string => translate(language, key, parameters);
  const parts: string[] = [];
  const words = query.words.match(/-?"[^"]*"|\S+/g) ?? [];
  const isUnwanted = (word: string): boolean => word.startsWith('-') && word.length > 1;
  const wanted = words.filter((word) => !isUnwanted(word)).join(' ');
  const unwanted = words.filter(isUnwanted).map((word) => word.slice(1));
  if (wanted !== '') parts.push(say('condition.words', { words: quoted(wanted) }));
  for (const word of unwanted) parts.push(say('condition.words.not', { words: quoted(word) }));
  if (query.sources.length > 0) parts.push(say('condition.sources', { names: query.sources.join(', ') }));
  if (query.withoutSources.length > 0) {
    parts.push(say('condition.withoutSources', { names: query.withoutSources.join(', ') }));
  }
  for (const { field, value, wanted } of query.fields) {
    if (field === 'language') {
      parts.push(say(wanted ? 'condition.language' : 'condition.language.not', { value }));
      continue;
    }
    const name = say(`condition.field.${field}`);
    parts.push(say(wanted ? 'condition.field' : 'condition.field.not', { field: name, value }));
  }
  if (query.urgency !== null) {
    const { from, to } = query.urgency;
    parts.push(say(from === to ? 'condition.urgency.one' : 'condition.urgency.range', { from, to }));
  }
  for (const { status, wanted } of query.statuses) {
    const name = say(`condition.status.${status}`);
    parts.push(say(wanted ? 'condition.status' : 'condition.status.not', { status: name }));
  }
  for (const { quality, wanted } of query.qualities) {
    if (quality !== 'embargoed' && quality !== 'withdrawn') continue;
    parts.push(say(wanted ? `condition.${quality}` : `condition.${quality}.not`));
  }
  if (query.hours !== null) {
    const { from, to } = query.hours;
    const zone = zoneLabel(offsetMinutes);
    parts.push(say('condition.hours', { from: clock(from), to: clock(to), zone }));
  }
  return parts.join(say('condition.and'));
}

/** What a rule calls things that are known by an id. */
export interface RuleNames {
  person: (personId: string) => string;
  section: (slug: string) => string;
}

/** One action, in words without a capital. */
export function describeAction(action: RuleAction, language: Language, names: RuleNames): string {
  switch (action.kind) {
    case 'tag':
      return translate(language, 'rules.action.tag', { tag: action.tag });
    case 'section':
      return translate(language, 'rules.action.section', { section: names.section(action.section) });
    case 'urgency':
      return translate(language, 'rules.action.urgency', { urgency: action.urgency });
    case 'assign':
      return translate(language, 'rules.action.assign', { person: names.person(action.personId) });
    default:
      return translate(language, `rules.action.${action.kind}`);
  }
}
