/** The addresses of sources: what may stand in them. Pure. */

interface Addressed {
  kind: string;
  address: string;
}

/** What is wrong with a source's address, as the interface names it (`error.invalid.…`), or null. */
export function addressProblem({ kind, address }: Addressed): string | null {
  switch (kind) {
    case 'feed':
      return /^https?:\/\/[^\s/]+/i.test(address) ? null : 'not-a-web-address';
    case 'folder':
      return /^(?:\/|[a-z]:[\\/]|\\\\)/i.test(address) ? null : 'not-an-absolute-folder';
    case 'manual':
      return null;
    default:
      return URL.parse(address)?.protocol === `${kind}:` && /^[a-z]+:\/\/[^\s/]+/i.test(address)
        ? null
        : 'not-a-server-address';
  }
}

/** Whether a new address leads to another server than the one before: what was told to one is not for the other. */
export function leadsElsewhere(before: Addressed, after: Addressed): boolean {
  const [one, other] = [before, after].map(({ address }) => URL.parse(address));
  return one?.host !== other?.host || one?.protocol !== other?.protocol;
}
