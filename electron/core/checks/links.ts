/** Which addresses in copy lead nowhere: tried quietly, a few at a time, and remembered. */
import { FetchError, safeFetch } from '../network/safe-fetch.ts';
import type { Clock } from '../providers.ts';

export interface TriedLinks {
  broken: BrokenLink[];
  offline: boolean;
}

export interface BrokenLink {
  url: string;
  reason: 'gone' | 'no-such-site';
}

/** `untold`: it answered in a way that says nothing, or is not to be asked; `unreachable`: it did not answer. */
type Verdict = 'fine' | BrokenLink['reason'] | 'untold' | 'unreachable';

/** Asks an address; tests put their own in its place. */
export type TryAddress = (url: string) => Promise<Verdict>;

const REMEMBERED_MS: Readonly<Record<Verdict, number>> = {
  fine: 60 * 60_000,
  gone: 10 * 60_000,
  'no-such-site': 10 * 60_000,
  untold: 60_000,
  unreachable: 60_000,
};
const AT_ONCE = 4;
const MOST_REMEMBERED = 2_000;
const GONE = new Set([404, 410]);

/** Only what the site itself says is gone counts: a refusal or an error may be meant for programs like this one. */
export const tryOverNetwork: TryAddress = async (url) => {
  try {
    const { status } = await safeFetch({ url, timeoutMs: 8_000, maxBytes: 512 * 1024 });
    return GONE.has(status) ? 'gone' : 'fine';
  } catch (error) {
    if (!(error instanceof FetchError)) return 'untold';
    if (error.code === 'name-not-found') return 'no-such-site';
    // It answered, with more than we wanted to see.
    if (error.code === 'too-large') return 'fine';
    return error.code === 'unreachable' || error.code === 'timed-out-network' ? 'unreachable' : 'untold';
  }
};

export function createLinkTrial({
  clock,
  tryAddress = tryOverNetwork,
}: {
  clock: Clock;
  tryAddress?: TryAddress;
}) {
  const known = new Map<string, { verdict: Verdict; until: number }>();
  /** Without a network no name is found: a name counts as missing only after some address has answered. */
  let answeredAt = Number.NEGATIVE_INFINITY;

  async function judge(url: string): Promise<Verdict> {
    const remembered = known.get(url);
    if (remembered !== undefined && remembered.until > clock.now()) return remembered.verdict;
    const verdict = await tryAddress(url);
    if (verdict === 'fine' || verdict === 'gone') answeredAt = clock.now();
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(url, { verdict, until: clock.now() + REMEMBERED_MS[verdict] });
    return verdict;
  }

  return {
    /** Of these addresses the broken ones, and whether there is no network to tell by. Never rejects. */
    async broken(urls: readonly string[]): Promise<TriedLinks> {
      const verdicts = new Map<string, Verdict>();
      const waiting = [...new Set(urls.filter((url) => /^https?:\/\//i.test(url)))];
      async function work(): Promise<void> {
        for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
          verdicts.set(url, await judge(url));
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      const online = clock.now() - answeredAt < REMEMBERED_MS.fine;
      const broken = [...verdicts].flatMap(([url, verdict]): BrokenLink[] => {
        if (verdict === 'gone') return [{ url, reason: verdict }];
        return verdict === 'no-such-site' && online ? [{ url, reason: verdict }] : [];
      });
      const missed = [...verdicts.values()].some((one) => one === 'no-such-site' || one === 'unreachable');
      return { broken, offline: missed && !online };
    },
  };
}
