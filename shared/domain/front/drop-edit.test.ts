import { describe, expect, it } from 'vitest';
import type { FrontContent, Slot } from '../../contract/front-content.ts';
import type { FrontStory } from '../../contract/fronts.ts';
import { applyFrontEdit } from './apply-edit.ts';
import { newCollection, newSlot } from './build.ts';
import { boardOf } from './board.ts';
import { dropEdit } from './drop-edit.ts';
import { testFacts, testStory } from './test-stories.ts';

const now = Date.parse('2026-11-25T12:00:00+07:00');

function story(articleId: string): FrontStory {
  return testStory(1, { articleId, headline: `Berita ${articleId}` });
}

const latest = ['a', 'b', 'c', 'd', 'e'];
const facts = testFacts(latest.map(story));

function slotOf(articleId: string, fields: Partial<Slot> = {}): Slot {
  const placedAt = '2026-11-25T11:30:00+07:00';
  return newSlot({
    slotId: `slot-${articleId}`,
    content: { kind: 'article', articleId },
    placedAt,
    ...fields,
  });
}

function frontWith(by: 'hand' | 'rule' | 'hand-then-rule', slots: Slot[]): FrontContent {
  const fill = { by, rule: { kind: 'latest' as const } };
  return {
    collections: [newCollection({ collectionId: 'headline', title: 'Headline', cap: 4, fill, slots })],
  };
}

/** The page after something was put down: articles in their order. */
function pageAfter(content: FrontContent, index: number, slot: Slot): string[] {
  const board = boardOf(content, facts, now);
  const edit = dropEdit(content, board.collections, { collectionId: 'headline', index }, [slot]);
  const applied = edit === null ? null : applyFrontEdit(content, edit, 'now');
  if (applied?.ok !== true) throw new Error('the edit was not taken');
  const [after] = boardOf(applied.content, facts, now).collections;
  return (after?.cards ?? []).map(
    ({ story: shown, slot: by }) => `${shown?.articleId}${by === null ? '' : '*'}`,
  );
}

describe('putting a story down on the board', () => {
  it('puts it between two that stand by hand', () => {
    const content = frontWith('hand', [slotOf('a'), slotOf('b')]);
    expect(pageAfter(content, 1, slotOf('c'))).toEqual(['a*', 'c*', 'b*']);
  });

  it('keeps it where it was put among stories that a rule filled in', () => {
    const content = frontWith('hand-then-rule', [slotOf('e')]);
    expect(pageAfter(content, 2, slotOf('d'))).toEqual(['e*', 'a', 'd*', 'b']);
  });

  it('keeps it at the head of a collection that a rule leads', () => {
    expect(pageAfter(frontWith('rule', []), 0, slotOf('d'))).toEqual(['d*', 'a', 'b', 'c']);
  });

  it('moves a story that stands there already, with its pin', () => {
    const content = frontWith('hand-then-rule', [slotOf('a'), slotOf('c', { pinnedAt: 2 })]);
    expect(pageAfter(content, 4, slotOf('c', { slotId: 'another' }))).toEqual(['a*', 'b', 'd', 'c*']);
  });

  it('counts places without the card that is taken away from above', () => {
    const content = frontWith('hand', [slotOf('a'), slotOf('b'), slotOf('c')]);
    expect(pageAfter(content, 2, slotOf('a'))).toEqual(['b*', 'a*', 'c*']);
  });

  it('shows a slot that is hidden now behind the one it follows', () => {
    const waiting = slotOf('c', { startsAt: '2026-11-26T06:00:00+07:00' });
    const [board] = boardOf(frontWith('hand', [slotOf('a'), waiting, slotOf('b')]), facts, now).collections;
    expect(board?.cards.map(({ key, hidden }) => [key, hidden])).toEqual([
      ['slot-a', null],
      ['slot-c', 'not-started'],
      ['slot-b', null],
    ]);
  });
});
