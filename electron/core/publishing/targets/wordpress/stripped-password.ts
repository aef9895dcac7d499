/**
 * Tells a wrong password from one that the host strips on the way: WordPress answers both as if nobody had asked. The
 * same application password also opens XML-RPC, where it travels in the body and nobody strips it.
 * https://developer.wordpress.org/reference/classes/wp_xmlrpc_server/
 */
import { PublishError } from '../../target.ts';
import { isSameSite, request, type HttpRequest } from '../../site-http/request.ts';

function asXml(value: string): string {
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<param><value><string>${escaped}</string></value></param>`;
}

/**
 * True where the site knows user and password by XML-RPC; false where it does not, or has that door shut. `siteUrl` is
 * WordPress's own address as its index says; the password goes nowhere but to the host of `root`.
 */
export async function isPasswordStripped(
  { url: siteUrl, root }: { url: string; root: string },
  { user, password }: { user: string; password: string },
  options: HttpRequest,
): Promise<boolean> {
  const address = URL.canParse(siteUrl) ? new URL(`${siteUrl.replace(/\/+$/, '')}/xmlrpc.php`) : null;
  if (address === null || !isSameSite(new URL(root), address)) return false;
  const parameters = ['1', user, password].map(asXml).join('');
  const body = `<?xml version="1.0"?><methodCall><methodName>wp.getProfile</methodName><params>${parameters}</params></methodCall>`;
  try {
    const answer = await request(address.href, {
      ...options,
      method: 'POST',
      headers: { 'content-type': 'text/xml', accept: 'text/xml' },
      body,
    });
    return answer.status === 200 && /<name>\s*user_id\s*<\/name>/.test(answer.text);
  } catch (error) {
    if (error instanceof PublishError) return false;
    throw error;
  }
}
