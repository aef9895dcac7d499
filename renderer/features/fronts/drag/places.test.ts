import { describe, expect, it } from 'vitest';
import { firstPlace, stepPlace, type Columns } from './places.ts';

const columns: Columns = [
  [
    { collectionId: 'headline', cards: 2 },
    { collectionId: 'picks', cards: 0 },
  ],
  [{ collectionId: 'latest', cards: 5 }],
];

describe('the places of a front by keyboard', () => {
  it('go down through a collection and on into the one below', () => {
    let place = firstPlace(columns);
    const passed: string[] = [];
    for (let step = 0; step < 5 && place !== null; step += 1) {
      passed.push(`${place.collectionId} ${place.index}`);
      place = stepPlace(columns, place, 'down');
    }
    expect(passed).toEqual(['headline 0', 'headline 1', 'headline 2', 'picks 0', 'picks 0']);
  });

  it('go up to the end of the collection above and stay at the top', () => {
    expect(stepPlace(columns, { collectionId: 'picks', index: 0 }, 'up')).toEqual({
      collectionId: 'headline',
      index: 2,
    });
    const top = { collectionId: 'headline', index: 0 };
    expect(stepPlace(columns, top, 'up')).toEqual(top);
  });

  it('go sideways into the column beside, no further than its last place', () => {
    expect(stepPlace(columns, { collectionId: 'picks', index: 0 }, 'right')).toEqual({
      collectionId: 'latest',
      index: 0,
    });
    expect(stepPlace(columns, { collectionId: 'latest', index: 4 }, 'left')).toEqual({
      collectionId: 'headline',
      index: 2,
    });
    const edge = { collectionId: 'latest', index: 4 };
    expect(stepPlace(columns, edge, 'right')).toEqual(edge);
  });

  it('begin anew where the collection has gone, and are none on a front without collections', () => {
    expect(stepPlace(columns, { collectionId: 'gone', index: 7 }, 'down')).toEqual({
      collectionId: 'headline',
      index: 0,
    });
    expect(firstPlace([])).toBeNull();
  });
});
