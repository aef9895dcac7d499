import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, type Autosave, type SaveRequest } from './autosave.ts';
import { decideSave, LATEST_MS, QUIET_MS, retryDelay } from './decide-save.ts';

interface Desk {
  text: string;
  stored: string;
  base: number;
  seen: SaveRequest<{ text: string }>[];
  newer: number[];
  /** How the core answers the next saves; the last one stays. */
  answers: ('yes' | 'lost answer' | 'hang' | { refuse: string })[];
  autosave: Autosave;
}

class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A core that behaves as the contract says: repeated mutations answer as before, a stale base is a conflict. */
function openDesk(answers: Desk['answers'] = ['yes']): Desk {
  const answered = new Map<string, number>();
  const desk: Desk = {
    text: '',
    stored: '',
    base: 7,
    seen: [],
    newer: [],
    answers: [...answers],
    autosave: createAutosave<{ text: string }>({
      base: 7,
      snapshot: () => ({ text: desk.text }),
      async send(request) {
        desk.seen.push(request);
        const answer = desk.answers.length > 1 ? desk.answers.shift() : desk.answers[0];
        await Promise.resolve();
        if (answer === 'hang') return new Promise(() => {});
        if (typeof answer === 'object') throw new Refusal(answer.refuse);
        const known = answered.get(request.mutationId);
        if (known !== undefined) return { base: known };
        if (request.base !== desk.base) throw new Refusal('DRAFT_CONFLICT');
        desk.base += 1;
        desk.stored = request.content.text;
        answered.set(request.mutationId, desk.base);
        if (answer === 'lost answer') throw new Refusal('CORE_DISCONNECTED');
        return { base: desk.base };
      },
      codeOf: (error) => (error instanceof Refusal ? error.code : 'UNKNOWN'),
      onNewerCopy: (base) => desk.newer.push(base),
    }),
  };
  return desk;
}

function type(desk: Desk, text: string): void {
  desk.text += text;
  desk.autosave.edited('document');
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('when an article is saved', () => {
  it('saves as soon as ever when the clock is set back while somebody types', async () => {
    vi.setSystemTime(Date.UTC(2026, 10, 25, 12));
    const desk = openDesk();
    type(desk, 'Sebelum jam mundur.');
    vi.setSystemTime(Date.UTC(2026, 10, 25, 9));
    await vi.advanceTimersByTimeAsync(LATEST_MS);
    expect(desk.stored).toBe('Sebelum jam mundur.');
    expect(desk.autosave.state()).toEqual({ kind: 'saved', at: Date.now() - LATEST_MS + QUIET_MS });
  });

  it('saves after a short quiet, and says so', async () => {
    const desk = openDesk();
    type(desk, 'Presiden');
    expect(desk.autosave.state()).toEqual({ kind: 'unsaved' });
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(desk.seen).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(desk.stored).toBe('Presiden');
    expect(desk.autosave.state()).toEqual({ kind: 'saved', at: Date.now() });
  });

  it('is never more than a second behind continuous typing', async () => {
    const desk = openDesk();
    for (let key = 0; key < 60; key += 1) {
      type(desk, 'a');
      await vi.advanceTimersByTimeAsync(90);
      expect(desk.text.length - desk.stored.length).toBeLessThanOrEqual(Math.ceil(LATEST_MS / 90) + 1);
    }
    expect(desk.seen.length).toBeLessThan(8);
  });

  it('sets no timer with every key', () => {
    const desk = openDesk();
    type(desk, 'a');
    const set = vi.spyOn(globalThis, 'setTimeout');
    for (let key = 0; key < 20; key += 1) type(desk, 'a');
    expect(set).not.toHaveBeenCalled();
  });

  it('sends nothing where nothing was typed', async () => {
    const desk = openDesk();
    await vi.advanceTimersByTimeAsync(60_000);
    await desk.autosave.flush();
    expect(desk.seen).toHaveLength(0);
    expect(desk.autosave.state()).toEqual({ kind: 'saved', at: null });
  });

  it('saves at once when asked, and the answer waits for the copy to be stored', async () => {
    const desk = openDesk();
    type(desk, 'x');
    const done = desk.autosave.flush();
    await vi.advanceTimersByTimeAsync(0);
    await expect(done).resolves.toMatchObject({ kind: 'saved' });
    expect(desk.stored).toBe('x');
  });

  it('keeps one save in flight; what is typed meanwhile follows on the new base', async () => {
    const desk = openDesk();
    type(desk, 'one');
    const done = desk.autosave.flush();
    type(desk, ' two');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    await done;
    expect(desk.seen.map(({ base }) => base)).toEqual([7, 8]);
    expect(desk.stored).toBe('one two');
  });
});

describe('when saving fails', () => {
  it('repeats the same mutation until it arrives, so a lost answer is no second save', async () => {
    const desk = openDesk(['lost answer', { refuse: 'CORE_DISCONNECTED' }, 'yes']);
    type(desk, 'one');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(desk.autosave.state()).toMatchObject({ kind: 'failing', code: 'CORE_DISCONNECTED' });
    type(desk, ' two');
    expect(desk.autosave.hasUnsaved()).toBe(true);
    await vi.advanceTimersByTimeAsync(retryDelay(1) + retryDelay(2) + QUIET_MS);
    const [first, second, third, fourth] = desk.seen;
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(fourth?.mutationId).not.toBe(first?.mutationId);
    expect(desk.stored).toBe('one two');
    expect(desk.autosave.state()).toMatchObject({ kind: 'saved' });
  });

  it('says the disk is full, waits longer each time, and tries at once when told to', async () => {
    const desk = openDesk([{ refuse: 'STORAGE_FULL' }]);
    type(desk, 'x');
    await vi.advanceTimersByTimeAsync(QUIET_MS + 120_000);
    expect(desk.autosave.state()).toMatchObject({ kind: 'failing', code: 'STORAGE_FULL' });
    expect(desk.seen.length).toBeLessThan(12);
    desk.answers = ['yes'];
    desk.autosave.retryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.stored).toBe('x');
  });

  it('does not repeat copy that was refused, but tries again after the next edit', async () => {
    const desk = openDesk([{ refuse: 'INVALID' }, 'yes']);
    type(desk, 'x');
    await vi.advanceTimersByTimeAsync(QUIET_MS + 60_000);
    expect(desk.seen).toHaveLength(1);
    expect(desk.autosave.state()).toEqual({ kind: 'failing', code: 'INVALID', retryAt: null });
    type(desk, 'y');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(desk.stored).toBe('xy');
  });
});

describe('two desks on one article', () => {
  it('overwrites nothing on a conflict, and ours goes on top only when told to', async () => {
    const desk = openDesk();
    desk.base = 9;
    desk.stored = 'theirs';
    type(desk, 'ours');
    await vi.advanceTimersByTimeAsync(QUIET_MS + 60_000);
    expect(desk.autosave.state()).toEqual({ kind: 'conflict' });
    expect(desk.stored).toBe('theirs');
    expect(desk.seen).toHaveLength(1);
    expect(desk.autosave.hasUnsaved()).toBe(true);
    const done = desk.autosave.takeOver(9);
    await vi.advanceTimersByTimeAsync(0);
    await expect(done).resolves.toMatchObject({ kind: 'saved' });
    expect(desk.stored).toBe('ours');
  });

  it('goes on from a new number of the same copy, with what was typed meanwhile', async () => {
    const desk = openDesk();
    desk.base = 9;
    type(desk, 'ours');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(desk.autosave.state()).toEqual({ kind: 'conflict' });
    desk.autosave.adopt(9);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(desk.stored).toBe('ours');
    expect(desk.autosave.state()).toMatchObject({ kind: 'saved' });
  });

  it("asks for the other desk's copy where nothing is unsaved here", async () => {
    const desk = openDesk();
    desk.autosave.heardOfBase(9);
    expect(desk.newer).toEqual([9]);
    desk.autosave.heardOfBase(9);
    expect(desk.newer).toEqual([9]);
  });

  it('is not startled by the echo of its own save, in whatever order event and answer come', async () => {
    const desk = openDesk();
    type(desk, 'x');
    const done = desk.autosave.flush();
    desk.autosave.heardOfBase(8);
    await vi.advanceTimersByTimeAsync(0);
    await done;
    desk.autosave.heardOfBase(8);
    expect(desk.newer).toEqual([]);
  });
});

it('keeps saving the last words of an article that is no longer on screen', async () => {
  const desk = openDesk([{ refuse: 'CORE_DISCONNECTED' }, 'yes']);
  type(desk, 'last words');
  desk.autosave.leave();
  desk.text = 'another article';
  await vi.advanceTimersByTimeAsync(5_000);
  expect(desk.stored).toBe('last words');
  expect(desk.autosave.hasUnsaved()).toBe(false);
});

it('whatever order typing, waiting and failures come in, everything typed is stored in the end', async () => {
  const step = fc.oneof(
    fc.constant({ kind: 'type' as const }),
    fc.integer({ min: 0, max: 1500 }).map((ms) => ({ kind: 'wait' as const, ms })),
    fc.constant({ kind: 'flush' as const }),
    fc
      .constantFrom<Desk['answers'][number]>('lost answer', { refuse: 'STORAGE_FULL' }, 'yes')
      .map((answer) => ({ kind: 'answer' as const, answer })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const desk = openDesk();
      for (const [index, { kind, ...rest }] of steps.entries()) {
        if (kind === 'type') type(desk, `${index} `);
        if (kind === 'flush') void desk.autosave.flush();
        if ('ms' in rest) await vi.advanceTimersByTimeAsync(rest.ms);
        if ('answer' in rest) desk.answers = [rest.answer];
      }
      desk.answers = ['yes'];
      await vi.advanceTimersByTimeAsync(60_000);
      expect(desk.stored).toBe(desk.text);
      expect(desk.autosave.hasUnsaved()).toBe(false);
    }),
    { numRuns: 60 },
  );
});

it('decides to send exactly when quiet, the limit or a request says so', () => {
  const base = { dirtySince: 1000, lastEditAt: 1000, inFlight: false, retryAt: null, stopped: false };
  expect(decideSave({ ...base, flush: false }, 1100)).toEqual({ kind: 'wait', until: 1300 });
  expect(decideSave({ ...base, lastEditAt: 1990, flush: false }, 1995)).toEqual({
    kind: 'wait',
    until: 2000,
  });
  expect(decideSave({ ...base, flush: true }, 1001)).toEqual({ kind: 'send' });
  expect(decideSave({ ...base, stopped: true, flush: true }, 9000)).toEqual({ kind: 'rest' });
});
