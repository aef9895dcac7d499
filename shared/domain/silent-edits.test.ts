import { expect, test } from 'vitest';
import { silentEdits } from './silent-edits.ts';

test('a version that comes under a name the story had is a silent edit; without names nothing can be told', () => {
  const versions = [
    { versionId: 3, version: '1' },
    { versionId: 7, version: '2' },
    { versionId: 9, version: '2' },
    { versionId: 12, version: null },
    { versionId: 15, version: null },
  ];
  expect([...silentEdits(versions)]).toEqual([9]);
});
