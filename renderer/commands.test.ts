import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectCommands, forgetKeptKeys, keyCaps, matchesKeys, offerCommands, takeKeys } from './commands.ts';
import { listed } from '../shared/page/commands.ts';

function press(
  key: string,
  held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
) {
  return { key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held } as KeyboardEvent;
}

describe('matchesKeys', () => {
  it('takes Command for Ctrl on a Mac', () => {
    expect(matchesKeys(press('k', { metaKey: true }), 'Mod+k', true)).toBe(true);
    expect(matchesKeys(press('k', { ctrlKey: true }), 'Mod+k', true)).toBe(false);
  });

  it.each([
    ['a letter', press('w'), 'w', true],
    ['the letter with Caps Lock', press('W'), 'w', true],
    ['the letter with Shift is another thing', press('W', { shiftKey: true }), 'w', false],
    ['the letter with Ctrl is another thing', press('w', { ctrlKey: true }), 'w', false],
    ['Ctrl and a letter', press('k', { ctrlKey: true }), 'Mod+k', true],
    ['the letter alone', press('k'), 'Mod+k', false],
    ['Ctrl and a digit', press('1', { ctrlKey: true }), 'Mod+1', true],
    ['AltGr types a sign', press('1', { ctrlKey: true, altKey: true }), 'Mod+1', false],
    ['a sign that needs Shift on this board', press('?', { shiftKey: true }), '?', true],
    ['a sign that needs none on that board', press('?'), '?', true],
    ['three keys', press('n', { ctrlKey: true, altKey: true }), 'Mod+Alt+n', true],
    ['Ctrl and a comma', press(',', { ctrlKey: true }), 'Mod+,', true],
  ])('%s', (_name, event, keys, expected) => {
    expect(matchesKeys(event, keys, false)).toBe(expected);
  });
});

describe('keyCaps', () => {
  it('prints keys as they stand on the board', () => {
    expect(keyCaps('Mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('ArrowDown', false)).toEqual(['↓']);
    expect(keyCaps('?', false)).toEqual(['?']);
  });
});

describe('a key of a screen that is still opening', () => {
  const group = 'palette.group.article';
  const run = vi.fn<() => void>();
  const ended: (() => void)[] = [];
  const until = (end: () => void): void => void ended.push(end);

  function pressSave(): { preventDefault: ReturnType<typeof vi.fn<() => void>> } {
    const event = { ...press('s', { ctrlKey: true }), preventDefault: vi.fn<() => void>() };
    takeKeys(event);
    return event;
  }

  beforeEach(() => {
    // Node knows no elements; the keys are pressed on none.
    vi.stubGlobal('HTMLElement', class {});
    vi.stubGlobal('Element', class {});
    run.mockClear();
  });
  afterEach(() => {
    for (const end of ended.splice(0)) end();
    forgetKeptKeys(group);
    vi.unstubAllGlobals();
  });

  it('is done once the screen offers its command, and once only', () => {
    until(expectCommands(group));
    expect(pressSave().preventDefault).toHaveBeenCalledOnce();
    expect(run).not.toHaveBeenCalled();
    until(offerCommands([{ ...listed('article.saveRevision'), run }]));
    until(offerCommands([{ ...listed('article.publish'), run }]));
    expect(run).toHaveBeenCalledOnce();
  });

  it('is forgotten where the screen is left, or cannot do it when it comes', () => {
    until(expectCommands(group));
    pressSave();
    until(offerCommands([{ ...listed('article.saveRevision'), enabled: false, run }]));
    forgetKeptKeys(group);
    until(offerCommands([{ ...listed('article.saveRevision'), run }]));
    expect(run).not.toHaveBeenCalled();
  });

  it('gives way to the one pressed after it', () => {
    until(expectCommands(group));
    pressSave();
    takeKeys({ ...press('Enter', { ctrlKey: true }), preventDefault: vi.fn<() => void>() });
    const publish = vi.fn<() => void>();
    until(
      offerCommands([
        { ...listed('article.saveRevision'), run },
        { ...listed('article.publish'), run: publish },
      ]),
    );
    expect(run).not.toHaveBeenCalled();
    expect(publish).toHaveBeenCalledOnce();
  });

  it('is left to the browser where no such screen opens', () => {
    expect(pressSave().preventDefault).not.toHaveBeenCalled();
    until(offerCommands([{ ...listed('article.saveRevision'), run }]));
    expect(run).not.toHaveBeenCalled();
  });
});

describe('Enter', () => {
  /** An element of a page, as far as the keys ask about it. */
  class FakeElement {
    readonly selectors: readonly string[];
    constructor(...selectors: string[]) {
      this.selectors = selectors;
    }
    closest(asked: string): this | null {
      return asked.split(', ').some((one) => this.selectors.includes(one)) ? this : null;
    }
  }
  const opened = vi.fn<() => void>();

  beforeEach(() => {
    vi.stubGlobal('HTMLElement', class {});
    vi.stubGlobal('Element', FakeElement);
    opened.mockClear();
  });
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['the list', new FakeElement('[role="listbox"]'), true],
    ['a button beside it', new FakeElement('button'), false],
    ['a link beside it', new FakeElement('a[href]'), false],
  ])('on %s', (_name, target, isOpened) => {
    const end = offerCommands([{ ...listed('articles.open'), run: opened }]);
    const event = { ...press('Enter'), target, preventDefault: vi.fn<() => void>() };
    takeKeys(event as unknown as KeyboardEvent);
    expect(opened).toHaveBeenCalledTimes(isOpened ? 1 : 0);
    expect(event.preventDefault).toHaveBeenCalledTimes(isOpened ? 1 : 0);
    end();
  });
});
