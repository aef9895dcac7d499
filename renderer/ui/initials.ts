/** How a person is shown where there is no room for the name. */

const TONES = ['accent', 'violet', 'green', 'amber'] as const;

/** `SW` for Sari Wulandari, `B` for Budi, `?` for nobody yet. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => /[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '',
  );
  return letters.join('').toLocaleUpperCase() || '?';
}

/** The tint of a person: the same everywhere and every time. */
export function toneOf(id: string): (typeof TONES)[number] {
  const sum = [...id].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7);
  return TONES[sum % TONES.length] ?? 'accent';
}
