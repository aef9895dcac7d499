/** How one page points to the others and to files. */

export interface PageLinks {
  /** Address of a page by its folder from the root; empty: the front page. */
  page(path: string): string;
  /** Address of a file by its path from the root. */
  file(path: string): string;
}

/** Relative addresses for a page in the folder `from`: they work on any server, in any sub-folder, from a disk. */
export function relativeLinks(from: string): PageLinks {
  const up = from === '' ? '' : '../'.repeat(from.split('/').length);
  return {
    page: (path) => `${up}${path === '' ? '' : `${path}/`}index.html`,
    file: (path) => `${up}${path}`,
  };
}

/** Addresses below a base (`https://seruji.co.id`): for pages and feeds that are read away from their place. */
export function absoluteLinks(base: string): PageLinks {
  return {
    page: (path) => `${base}/${path === '' ? '' : `${path}/`}`,
    file: (path) => `${base}/${path}`,
  };
}
