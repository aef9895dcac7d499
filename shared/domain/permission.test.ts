import { describe, expect, it } from 'vitest';
import { roleSchema, type Person, type Role } from '../contract/people.ts';
import { decidePermission, mayDo, type GuardedAction } from './permission.ts';

function person(name: string, role: Role, active = true): Person {
  return { personId: crypto.randomUUID(), name, code: '', role, active };
}

const house = [
  person('Sari', 'editor'),
  person('Dewi', 'copy-desk'),
  person('Budi', 'publisher'),
  person('Rahmat', 'publisher', false),
  person('Tuti', 'administrator'),
];

function whoMay(role: Role, action: GuardedAction): string[] | 'yes' {
  const decision = decidePermission({ role, active: true }, action, house);
  return decision.ok ? 'yes' : decision.whoMay.map(({ name }) => name);
}

describe('who may do what', () => {
  it('publishers and administrators publish; the others are told who does, without those who left', () => {
    expect(roleSchema.options.filter((role) => mayDo(role, 'publish'))).toEqual([
      'publisher',
      'administrator',
    ]);
    expect(whoMay('editor', 'publish')).toEqual(['Budi', 'Tuti']);
    expect(whoMay('copy-desk', 'publish')).toEqual(['Budi', 'Tuti']);
    expect(whoMay('publisher', 'publish')).toBe('yes');
  });

  it('the copy desk moderates too; an editor is told who does', () => {
    expect(roleSchema.options.filter((role) => mayDo(role, 'moderate'))).toEqual([
      'copy-desk',
      'publisher',
      'administrator',
    ]);
    expect(whoMay('editor', 'moderate')).toEqual(['Dewi', 'Budi', 'Tuti']);
  });

  it('only administrators change people', () => {
    expect(whoMay('publisher', 'manage-people')).toEqual(['Tuti']);
    expect(whoMay('administrator', 'manage-people')).toBe('yes');
  });

  it('one who left may do nothing guarded, whatever the role', () => {
    expect(decidePermission({ role: 'administrator', active: false }, 'publish', house).ok).toBe(false);
  });
});
