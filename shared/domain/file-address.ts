/** Addresses of files: where a site without a public address was written. */

/** The path in a `file://` address, as its machine writes it; null for any other address. */
export function pathOfFileAddress(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  if (url?.protocol !== 'file:') return null;
  return decodeURIComponent(url.pathname).replace(/^\/(?=[A-Z]:)/i, '');
}
