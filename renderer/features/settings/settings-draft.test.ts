import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/contract/settings.ts';
import { letGo, NOTHING_TYPED, overlay, pushStep, typeInto, type Step } from './settings-draft.ts';

const saved = settingsSchema.parse({ house: { name: 'Seruji' } });

describe('typed over saved', () => {
  it('keeps what is typed when the settings change elsewhere', () => {
    const typed = typeInto(NOTHING_TYPED, 'house', { tagline: 'Kabar yang pas' });
    const elsewhere = { ...saved, house: { ...saved.house, name: 'Seruji Baru', tagline: 'Lain' } };
    const shown = overlay(elsewhere, letGo(typed, elsewhere));
    expect(shown.house).toMatchObject({ name: 'Seruji Baru', tagline: 'Kabar yang pas' });
  });

  it('lets go what the core has taken, and only that', () => {
    const typed = typeInto(typeInto(NOTHING_TYPED, 'house', { tagline: 'A' }), 'house', { name: 'B' });
    const taken = { ...saved, house: { ...saved.house, tagline: 'A' } };
    expect(letGo(typed, taken).house).toEqual({ name: 'B' });
  });

  it('compares lists by what they hold', () => {
    const typed = typeInto(NOTHING_TYPED, 'house', { sections: [...saved.house.sections] });
    expect(letGo(typed, saved).house).toEqual({});
    const rule = {
      ruleId: 'rumah-1',
      find: 'netizen',
      isPattern: false,
      replacement: 'warganet',
      advice: '',
      examples: [],
    };
    const { find, ...rest } = rule;
    const added = typeInto(NOTHING_TYPED, 'checks', { ownRules: [{ ...rest, find }] });
    const taken = { ...saved, checks: { ...saved.checks, ownRules: [rule] } };
    expect(letGo(added, taken).checks).toEqual({});
  });
});

describe('undo', () => {
  const type = (steps: readonly Step[], shownName: string, name: string, now: number): readonly Step[] =>
    pushStep(steps, 'house', { ...saved.house, name: shownName }, { name }, now);

  it('takes typing in one field back as a whole', () => {
    const steps = type(type([], 'Seruji', 'Seruji.', 1_000), 'Seruji.', 'Seruji.c', 2_000);
    expect(steps).toHaveLength(1);
    expect(steps[0]?.before).toEqual({ name: 'Seruji' });
  });

  it('keeps fields, and times far apart, as steps of their own', () => {
    const first = type([], 'Seruji', 'Seruji.', 1_000);
    const later = type(first, 'Seruji.', 'Seruji.c', 60_000);
    const other = pushStep(later, 'interface', saved.interface, { theme: 'dark' }, 60_001);
    expect(other.map(({ before }) => before)).toEqual([
      { name: 'Seruji' },
      { name: 'Seruji.' },
      { theme: 'system' },
    ]);
  });
});
