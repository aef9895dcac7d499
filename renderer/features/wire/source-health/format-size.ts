import { formatNumber, type Language } from '../../../../shared/i18n/translate.ts';

/** Bytes as one reads sizes: `312 B`, `4,2 kB`, `12 MB` (of 1,000 and 1,000,000 bytes). */
export function formatSize(bytes: number, language: Language): string {
  if (bytes < 1_000) return `${formatNumber(language, bytes)} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const rounded = size < 10 ? Math.round(size * 10) / 10 : Math.round(size);
  return `${formatNumber(language, rounded)} ${unit}`;
}
