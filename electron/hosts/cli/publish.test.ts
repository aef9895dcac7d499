import { describe, expect, test } from 'vitest';
import { SAMPLE_TARGET_ID } from '../../../shared/domain/sample-story.ts';
import { UsageError } from './command.ts';
import { targetIdOf } from './publish.ts';

const sample = { id: SAMPLE_TARGET_ID, name: 'Situs contoh' };
const site = { id: 'situs', name: 'Kabar Pagi' };
const other = { id: 'lain', name: 'Kabar Sore' };

function clientWith(...targets: { id: string; name: string }[]) {
  return { publishing: { targets: { list: async () => targets } } };
}

describe('the target of a publication', () => {
  test.each([
    ['the only one', [site], undefined, site.id],
    ['the only one beside the sample newsroom’s', [sample, site], undefined, site.id],
    ['the sample newsroom’s where there is no other', [sample], undefined, sample.id],
    ['one that is named', [sample, site, other], other.name, other.id],
    ['one that is named by its id', [site, other], site.id, site.id],
  ])('is %s', async (_, targets, wanted, expected) => {
    expect(await targetIdOf(clientWith(...targets), wanted)).toBe(expected);
  });

  test.each([
    ['several', [site, other], undefined],
    ['none', [], undefined],
    ['another', [site], 'Kabar Malam'],
    ['two of one name', [site, { ...other, name: site.name }], site.name],
  ])('is asked for where there are %s', async (_, targets, wanted) => {
    await expect(targetIdOf(clientWith(...targets), wanted)).rejects.toThrow(UsageError);
  });
});
