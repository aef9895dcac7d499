/**
 * Patterns shown in a sidebar of a classic theme, as block widgets
 * (https://developer.wordpress.org/rest-api/reference/widgets/). Widgets of others keep their places.
 */
import { z } from 'zod';
import { PublishError, type Difference, type TargetContext } from '../../target.ts';
import type { WordPressClient } from './client.ts';

const widgetSchema = z.looseObject({
  id: z.string(),
  sidebar: z.string().catch(''),
  instance: z
    .looseObject({ raw: z.looseObject({ content: z.string().catch('') }).catch({ content: '' }) })
    .nullish()
    .catch(null),
});

const sidebarSchema = z.looseObject({ id: z.string(), widgets: z.array(z.string()).catch([]) });

function contentOf(blockId: number): string {
  return `<!-- wp:block {"ref":${blockId}} /-->`;
}

async function widgetOf(
  client: WordPressClient,
  blockId: number,
  sidebar: string,
  context: TargetContext,
): Promise<string> {
  const key = `widget ${blockId}`;
  const there = await client.get('wp/v2/widgets', z.array(widgetSchema), { context: 'edit' });
  const remembered = context.memory.get(key);
  const known = there.find(
    ({ id, instance }) => id === remembered || instance?.raw.content.includes(`"ref":${blockId}}`),
  );
  if (known) {
    if (known.sidebar !== sidebar) {
      await client.post(`wp/v2/widgets/${known.id}`, widgetSchema, { sidebar });
    }
    return known.id;
  }
  const made = await client.post('wp/v2/widgets', widgetSchema, {
    id_base: 'block',
    sidebar,
    instance: { raw: { content: contentOf(blockId) } },
  });
  context.memory.set(key, made.id);
  return made.id;
}

/** Ours in their order, at the places that ours take; what stands between them stays. */
export function orderedWidgets(standing: readonly string[], ours: readonly string[]): string[] {
  const wanted = [...ours];
  const placed = standing.map((id) => (ours.includes(id) ? (wanted.shift() ?? id) : id));
  return [...placed, ...wanted.filter((id) => !placed.includes(id))];
}

/**
 * Shows patterns in a sidebar in their order. What is missing (the right to change widgets, the sidebar) is told as a
 * difference: the patterns themselves are up to date all the same.
 */
export async function showInSidebar(
  client: WordPressClient,
  sidebar: string,
  blockIds: readonly number[],
  context: TargetContext,
): Promise<Difference[]> {
  try {
    const { widgets } = await client.get(`wp/v2/sidebars/${encodeURIComponent(sidebar)}`, sidebarSchema, {
      context: 'edit',
    });
    const ours: string[] = [];
    for (const blockId of blockIds) ours.push(await widgetOf(client, blockId, sidebar, context));
    const { widgets: now } = await client.get(`wp/v2/sidebars/${encodeURIComponent(sidebar)}`, sidebarSchema);
    const ordered = orderedWidgets(now.length > 0 ? now : widgets, ours);
    if (ordered.join(' ') !== now.join(' ')) {
      await client.post(`wp/v2/sidebars/${encodeURIComponent(sidebar)}`, sidebarSchema, { widgets: ordered });
    }
    return [];
  } catch (error) {
    if (!(error instanceof PublishError) || error.retryable) throw error;
    if (error.code === 'wrong-password') throw error;
    const isMissing = error.code === 'post-missing' || error.code === 'rejected';
    return [{ field: isMissing ? 'front-sidebar' : 'front-widgets', meant: sidebar, found: error.message }];
  }
}
