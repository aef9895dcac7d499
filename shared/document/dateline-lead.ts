/** What a dateline puts before the first paragraph's words: itself and one space, however it was typed; '' for none. */
export function datelineLead(dateline: string): string {
  const words = dateline.trim();
  return words === '' ? '' : `${words} `;
}
