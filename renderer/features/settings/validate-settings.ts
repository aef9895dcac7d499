/** What is wrong with the settings as typed, field by field, and which of them may be saved meanwhile. */
import { missingIn } from '../../../shared/contract/corrections.ts';
import type { House, Settings } from '../../../shared/contract/settings.ts';
import { validateCreditPattern } from '../../../shared/domain/credits.ts';
import { validateDatelinePattern } from '../../../shared/domain/datelines.ts';
import type { PatternError } from '../../../shared/domain/house-pattern.ts';
import type { MessageKey, MessageParameters } from '../../../shared/i18n/translate.ts';
import { isWebAddress } from '../../../shared/domain/web-address.ts';

export interface Problem {
  key: MessageKey;
  parameters: MessageParameters;
}

export type ProblemField =
  | 'name'
  | 'outlet'
  | 'siteUrl'
  | 'datelinePattern'
  | 'creditPattern'
  | 'endpoint'
  | 'sections'
  | 'correctionText'
  | 'withdrawalText';

export type Problems = Partial<Record<ProblemField, Problem>>;

function problem(key: MessageKey, parameters: MessageParameters = {}): Problem {
  return { key, parameters };
}

/** A pattern's error in words. */
export function patternProblem(error: PatternError): Problem {
  const placeholder = 'placeholder' in error ? `{${error.placeholder}}` : '';
  return problem(`settings.pattern.${error.code}`, { placeholder });
}

/** What is wrong with the name of each section, in their order; null where nothing is. */
export function findSectionProblems(sections: House['sections']): (Problem | null)[] {
  const names = sections.map(({ name }) => name.trim().toLowerCase());
  return names.map((name, index) => {
    if (name === '') return problem('settings.required');
    return names.indexOf(name) < index ? problem('settings.sections.same') : null;
  });
}

/** Everything that is wrong, by field. */
export function findProblems({ house, corrections }: Settings): Problems {
  const problems: Problems = {};
  for (const field of ['correctionText', 'withdrawalText'] as const) {
    const missing = missingIn(corrections[field], field);
    if (missing === null) continue;
    problems[field] = problem('settings.pattern.missing-placeholder', { placeholder: `{${missing}}` });
  }
  if (house.name.trim() === '') problems.name = problem('settings.required');
  if (house.outlet.trim() === '') problems.outlet = problem('settings.required');
  if (house.siteUrl.trim() !== '' && !isWebAddress(house.siteUrl.trim())) {
    problems.siteUrl = problem('settings.house.siteUrlError');
  }
  const dateline = validateDatelinePattern(house.datelinePattern);
  if (dateline !== null) problems.datelinePattern = patternProblem(dateline);
  const credit = validateCreditPattern(house.creditPattern);
  if (credit !== null) problems.creditPattern = patternProblem(credit);
  const endpoint = house.comments.endpoint.trim();
  if (endpoint !== '' && !/^\/(?!\/)\S*$/.test(endpoint) && !isWebAddress(endpoint)) {
    problems.endpoint = problem('settings.comments.endpointError');
  }
  const section = findSectionProblems(house.sections).find((one) => one !== null);
  if (section !== undefined) problems.sections = section;
  return problems;
}

/** The settings as shown, with what is wrong left as it is saved: a mistake in one field holds up no other. */
export function withoutProblems(shown: Settings, saved: Settings): Settings {
  const problems = findProblems(shown);
  const house: House = { ...shown.house };
  for (const field of ['name', 'outlet', 'siteUrl', 'datelinePattern', 'creditPattern'] as const) {
    if (problems[field] !== undefined) house[field] = saved.house[field];
  }
  if (problems.sections !== undefined) house.sections = saved.house.sections;
  if (problems.endpoint !== undefined) {
    house.comments = { ...house.comments, endpoint: saved.house.comments.endpoint };
  }
  const corrections = { ...shown.corrections };
  for (const field of ['correctionText', 'withdrawalText'] as const) {
    if (problems[field] !== undefined) corrections[field] = saved.corrections[field];
  }
  return { ...shown, house, corrections };
}
