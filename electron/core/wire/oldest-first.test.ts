import { describe, expect, it } from 'vitest';
import { emptyStory } from '../../../shared/domain/empty-story.ts';
import { oldestFirst } from './oldest-first.ts';
import { parsedStoryOf } from './parsed-story.ts';

function order(stories: [headline: string, versionCreated: string | null][]): string[] {
  const parsed = stories.map(([headline, versionCreated]) =>
    parsedStoryOf({ ...emptyStory(headline), headline, versionCreated }),
  );
  return oldestFirst(parsed).map(({ headline }) => headline);
}

describe('oldestFirst', () => {
  it('turns a feed around, newest first becoming newest last', () => {
    expect(
      order([
        ['baru', '2026-03-02T10:00:00+07:00'],
        ['lama', '2026-03-02T08:00:00+07:00'],
      ]),
    ).toEqual(['lama', 'baru']);
  });

  it('goes by the times where the delivery has no order', () => {
    expect(
      order([
        ['tengah', '2026-03-02T09:00:00+07:00'],
        ['baru', '2026-03-02T03:30:00+00:00'],
        ['lama', '2026-03-02T08:00:00+07:00'],
      ]),
    ).toEqual(['lama', 'tengah', 'baru']);
  });

  it('leaves a story without a time beside the one before it', () => {
    expect(
      order([
        ['tanpa, teratas', null],
        ['baru', '2026-03-02T10:00:00+07:00'],
        ['tanpa, kedua', null],
        ['lama', '2026-03-02T08:00:00+07:00'],
      ]),
    ).toEqual(['lama', 'tanpa, kedua', 'baru', 'tanpa, teratas']);
  });

  it('turns a delivery without any times around', () => {
    expect(
      order([
        ['satu', null],
        ['dua', null],
      ]),
    ).toEqual(['dua', 'satu']);
  });
});
