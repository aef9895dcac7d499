import { formatNumber, type Language } from './translate.ts';

/** Bytes as megabytes (of 1,000,000 bytes), to one decimal below a hundred: `0,3`, `12,4`, `240`. */
export function formatMegabytes(bytes: number, language: Language): string {
  const megabytes = bytes / 1_000_000;
  const rounded = megabytes < 100 ? Math.max(0.1, Math.round(megabytes * 10) / 10) : Math.round(megabytes);
  return formatNumber(language, rounded);
}
