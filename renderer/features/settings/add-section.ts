import type { House } from '../../../shared/contract/settings.ts';
import { makeSlug } from '../../../shared/domain/slug.ts';

/** The sections with one more at the end; its address is made from its name and is no other section's. */
export function addSection(sections: House['sections'], name: string): House['sections'] {
  const base = makeSlug(name) || 'rubrik';
  const taken = new Set(sections.map(({ slug }) => slug));
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return [...sections, { slug, name: name.trim() }];
}
