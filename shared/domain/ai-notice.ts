/** Whether a rights notice keeps machines away from the copy: a ban on crawling, or on its use by AI. */
export function forbidsAi(notice: string | null): boolean {
  return /kecerdasan (?:buatan|artifisial)|artificial intelligence|\bAI\b|crawl/i.test(notice ?? '');
}
