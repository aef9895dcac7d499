import { describe, expect, it } from 'vitest';
import type { Delivery, FrontDelivery, Target } from '../../../shared/contract/publishing.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { decideTargetWords } from './target-words.ts';

const target: Pick<Target, 'id' | 'hasSecret' | 'capabilities' | 'trouble'> = {
  id: 't1',
  trouble: null,
  hasSecret: true,
  capabilities: {
    update: true,
    unpublish: true,
    schedule: true,
    remove: true,
    read: true,
    mapping: true,
    preview: false,
    front: true,
    pictures: true,
    comments: false,
    posts: true,
    inspect: false,
    needsSecret: true,
  },
};

type FrontState = Pick<FrontDelivery, 'state' | 'differences'>;

function told(
  states: Delivery['state'][],
  of = target,
  fronts: readonly FrontState[] = [],
): [string, string | null] {
  const { dot, reason } = decideTargetWords(
    of,
    states.map((state) => ({ targetId: 't1', state })),
    fronts.map((front) => ({ targetId: 't1', ...front })),
  );
  return [dot, reason === null ? null : translate('id', reason.key, reason.parameters)];
}

describe('decideTargetWords', () => {
  it('needs no words when all is well', () => {
    expect(told([])).toEqual(['green', null]);
  });

  it('what needs a person comes before what goes on by itself', () => {
    expect(told(['queued', 'retry', 'conflict', 'failed'])).toEqual(['red', '2 gagal']);
    expect(told(['queued', 'retry'])).toEqual(['amber', '1 dicoba lagi']);
    expect(told(['queued', 'sending'])).toEqual(['green', '2 menunggu']);
  });

  it('a launched front that has not arrived counts as articles do', () => {
    const front = (state: FrontDelivery['state']): FrontState => ({ state, differences: [] });
    expect(told([], target, [front('failed'), front('live')])).toEqual(['red', '1 gagal']);
    expect(told(['failed'], target, [front('failed')])).toEqual(['red', '2 gagal']);
    expect(told([], target, [front('retry')])).toEqual(['amber', '1 dicoba lagi']);
    expect(told([], target, [front('live'), front('cancelled')])).toEqual(['green', null]);
    const elsewhere = { targetId: 't2', ...front('failed') };
    expect(decideTargetWords(target, [], [elsewhere])).toEqual({ dot: 'green', reason: null });
  });

  it('a front that arrived without its widget is told', () => {
    const differences = [{ field: 'sidebar', meant: 'sidebar-1', found: '' }];
    expect(told([], target, [{ state: 'live', differences }])).toEqual(['amber', 'depan belum utuh']);
  });

  it('a target that is left alone says so, in red where a person has to do something', () => {
    const trouble = {
      since: '2026-03-02T10:00:00Z',
      failures: 1,
      error: { code: 'unreachable' as const, detail: '' },
      nextTryAt: '2026-03-02T10:02:00Z',
    };
    expect(told(['queued'], { ...target, trouble })).toEqual(['amber', 'tertahan']);
    expect(told([], { ...target, trouble: { ...trouble, nextTryAt: null } })).toEqual(['red', 'tertahan']);
  });

  it('says that the password is missing, but only where one is needed', () => {
    expect(told([], { ...target, hasSecret: false })).toEqual(['ring', 'sandi belum ada']);
    const folder = {
      ...target,
      hasSecret: false,
      capabilities: { ...target.capabilities, needsSecret: false },
    };
    expect(told([], folder)).toEqual(['green', null]);
  });

  it('leaves the troubles of other targets out', () => {
    expect(decideTargetWords({ ...target, id: 't2' }, [{ targetId: 't1', state: 'failed' }], []).dot).toBe(
      'green',
    );
  });
});
