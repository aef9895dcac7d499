/**
 * What of a post is ours only once we have set it (who it is filed under, whether it is kept on top, the texts for search
 * engines): until then it belongs to whoever sets it at the site, and is left alone.
 */
import type { TargetContext } from '../target.ts';

type Memory = Pick<TargetContext, 'memory'>;

/** Names of the fields of a post that we have set before. */
export function setBefore({ memory }: Memory, postId: string): Set<string> {
  return new Set((memory.get(`set ${postId}`) ?? '').split(' ').filter((name) => name !== ''));
}

/** To be called once the post was written with these fields; those without a value were not. */
export function rememberSet(context: Memory, postId: string, fields: object): void {
  const set = setBefore(context, postId);
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) set.add(name);
  context.memory.set(`set ${postId}`, [...set].join(' '));
}
