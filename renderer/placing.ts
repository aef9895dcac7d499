/** *Kirim ke Headline 1*: placing an article on a front from wherever one is, by the palette. */
import { useQuery } from '@tanstack/react-query';
import type { Slot } from '../shared/contract/front-content.ts';
import type { FrontEdit } from '../shared/contract/front-edits.ts';
import { boardOf } from '../shared/domain/front/board.ts';
import { newSlot } from '../shared/domain/front/build.ts';
import { boardPlaceOf, dropEdit } from '../shared/domain/front/drop-edit.ts';
import { indexFacts } from '../shared/domain/front/resolve.ts';
import { useCommands, type Command } from './commands.ts';
import { useCore, type CoreClient } from './core-client/core-client.ts';
import { errorMessage } from './core-client/core-error.ts';
import { useTranslate } from './i18n.ts';
import { LayoutList } from './ui/icons/icons.ts';
import { showToast } from './ui/toast.ts';

/** Places that the palette offers of each collection. */
const MOST_PLACES = 6;

interface Placeable {
  articleId: string;
  headline: string;
}

/** Where a command puts an article. `place` is counted from 1. */
export interface PlaceOnFront {
  frontId: string;
  collectionId: string;
  place: number;
}

/**
 * Offers to place an article (null: none is in hand) at each place of each front. `onPlace` does it where it answers
 * true: a screen that has the front open does it there, so that it is undone with everything else.
 */
export function usePlacingCommands(
  article: Placeable | null,
  onPlace: (to: PlaceOnFront) => boolean = () => false,
): void {
  const { client, queries } = useCore();
  const translate = useTranslate();
  const { data: fronts = [] } = useQuery({
    ...queries.fronts.list.queryOptions(),
    enabled: article !== null,
  });

  async function send({ articleId, headline }: Placeable, to: PlaceOnFront, title: string): Promise<void> {
    try {
      const undo = await placeOnFront(client, articleId, to);
      showToast(translate('fronts.sent', { headline, collection: title, place: to.place }), {
        action: { label: translate('ui.undo'), run: () => void undo().catch(tell) },
      });
    } catch (error) {
      tell(error);
    }
  }

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  const commands: Command[] =
    article === null
      ? []
      : fronts.flatMap(({ frontId, kind, name, collections }) =>
          collections.flatMap(({ collectionId, title, cap }) =>
            Array.from({ length: Math.min(cap, MOST_PLACES) }, (_none, at) => at + 1).map((place) => ({
              id: `fronts.send.${frontId}.${collectionId}.${place}`,
              title:
                kind === 'home' ? ('command.fronts.send' as const) : ('command.fronts.sendFront' as const),
              parameters: { front: name, collection: title, place },
              group: 'palette.group.fronts' as const,
              icon: LayoutList,
              run() {
                const to = { frontId, collectionId, place };
                if (!onPlace(to)) void send(article, to, title);
              },
            })),
          ),
        );
  useCommands(commands);
}

/** Puts an article at a place of a front as it is now; answers with what takes it back. */
async function placeOnFront(
  client: CoreClient,
  articleId: string,
  { frontId, collectionId, place }: PlaceOnFront,
): Promise<() => Promise<unknown>> {
  const [{ draft }, facts] = await Promise.all([
    client.fronts.get({ frontId }),
    client.fronts.facts({ frontId }),
  ]);
  const { collections } = boardOf(draft, indexFacts(facts), Date.now());
  const target = collections.find(({ collection }) => collection.collectionId === collectionId);
  const slots = [slotOf(articleId)];
  const at = target === undefined ? { collectionId, index: 0 } : boardPlaceOf(target, place);
  // A collection that went meanwhile is told by the core.
  const edit: FrontEdit = dropEdit(draft, collections, at, slots) ?? {
    kind: 'place',
    collectionId,
    after: null,
    slots,
  };
  const { inverse } = await client.fronts.edit({ frontId, mutationId: crypto.randomUUID(), edit });
  return () => client.fronts.edit({ frontId, mutationId: crypto.randomUUID(), edit: inverse });
}

function slotOf(articleId: string): Slot {
  return newSlot({
    slotId: crypto.randomUUID(),
    content: { kind: 'article', articleId },
    placedAt: new Date().toISOString(),
  });
}
