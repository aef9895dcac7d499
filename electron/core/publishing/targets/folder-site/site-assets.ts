/** Style, script and type of the site as they ship, in `assets/` of a site and beside a preview. */
import { readResource, readTextResource } from '../../../resources.ts';

export interface SiteAsset {
  mimeType: string;
  bytes: Uint8Array;
}

const ASSETS: Readonly<Record<string, { resource: string; mimeType: string }>> = {
  'site.css': { resource: 'site/site.css', mimeType: 'text/css; charset=utf-8' },
  'site.js': { resource: 'site/site.js', mimeType: 'text/javascript; charset=utf-8' },
  'source-serif-4.woff2': { resource: 'site/fonts/source-serif-4.woff2', mimeType: 'font/woff2' },
  'source-serif-4-italic.woff2': {
    resource: 'site/fonts/source-serif-4-italic.woff2',
    mimeType: 'font/woff2',
  },
  'OFL.txt': { resource: 'site/fonts/OFL.txt', mimeType: 'text/plain; charset=utf-8' },
};

export const siteAssetNames: readonly string[] = Object.keys(ASSETS);

/** A file of the site's own by its name (`site.css`); null where there is none of that name. */
export async function readSiteAsset(name: string): Promise<SiteAsset | null> {
  const asset = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  return asset ? { mimeType: asset.mimeType, bytes: await readResource(asset.resource) } : null;
}

/** Text of the page Pedoman Media Siber, in the notation of text-pages.ts. */
export function readGuidelines(): Promise<string> {
  return readTextResource('site/pedoman-media-siber.txt');
}
