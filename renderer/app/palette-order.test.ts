import { describe, expect, it } from 'vitest';
import type { Command } from '../commands.ts';
import { paletteOrder } from './palette-order.ts';

const offered: readonly Pick<Command, 'id' | 'group'>[] = [
  { id: 'go.wire', group: 'palette.group.go' },
  { id: 'article.new', group: 'palette.group.article' },
  { id: 'sample.change', group: 'palette.group.wire' },
  { id: 'wire.pauseAll', group: 'palette.group.wire' },
  { id: 'wire.search', group: 'palette.group.wire' },
  { id: 'wire.writeFromWire', group: 'palette.group.wire' },
];

describe('paletteOrder', () => {
  it('begins with what the screen is for, and nowhere with what takes something away', () => {
    expect(paletteOrder(offered, 'wire')[0]).toEqual({
      group: 'palette.group.wire',
      members: [
        { id: 'wire.writeFromWire', group: 'palette.group.wire' },
        { id: 'wire.search', group: 'palette.group.wire' },
        { id: 'wire.pauseAll', group: 'palette.group.wire' },
        { id: 'sample.change', group: 'palette.group.wire' },
      ],
    });
    expect(paletteOrder(offered, 'articles')[0]?.members).toEqual([
      { id: 'article.new', group: 'palette.group.article' },
    ]);
  });

  it('begins with the ways elsewhere where the screen offers nothing of its own', () => {
    expect(paletteOrder(offered, 'outbox').map(({ group }) => group)).toEqual([
      'palette.group.go',
      'palette.group.wire',
      'palette.group.article',
    ]);
    expect(paletteOrder(offered, 'settings')[0]?.members).toEqual([
      { id: 'go.wire', group: 'palette.group.go' },
    ]);
  });
});
