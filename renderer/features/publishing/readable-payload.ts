/** JSON spread over lines, other text as it is: for a person who reads what was sent. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2).replaceAll(String.raw`\n`, '\n');
  } catch {
    return text;
  }
}
