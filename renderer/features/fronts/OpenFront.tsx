import { useMemo, useRef, useState, type ReactElement } from 'react';
import type { FrontSummary } from '../../../shared/contract/fronts.ts';
import { compareContents } from '../../../shared/domain/front/compare.ts';
import { editTowards } from '../../../shared/domain/front/edit-towards.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { createStore, useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TriangleAlert } from '../../ui/icons/icons.ts';
import { LoadingPane } from '../../ui/Loading.tsx';
import { ResizablePanes } from '../../ui/ResizablePanes.tsx';
import { showToast } from '../../ui/toast.ts';
import { Board } from './board/Board.tsx';
import type { Board as BoardContent } from '../../../shared/domain/front/board.ts';
import { useBoard, useFacts } from './board/use-board.ts';
import { ClipboardPane } from './clipboard/ClipboardPane.tsx';
import { copyOf, useClipboard } from './clipboard/use-clipboard.ts';
import type { Deed } from './desk/edit-trail.ts';
import { useFrontDesk } from './desk/use-front-desk.ts';
import { CLIPBOARD } from './drag/board-on-page.ts';
import { FrontDragContext } from './drag/drag-context.ts';
import { DragGhost } from './drag/DragGhost.tsx';
import type { Carried } from './drag/drag-state.ts';
import type { Place } from './drag/places.ts';
import { createFrontActions } from './front-actions.ts';
import { FrontContext, type Choice, type OpenDialog, type OpenedFront } from './front-context.ts';
import { FrontDialogs } from './FrontDialogs.tsx';
import { FrontHeader } from './FrontHeader.tsx';
import { LaunchState } from './launch/LaunchState.tsx';
import { Notices } from './launch/Notices.tsx';
import { PagePane } from './page/PagePane.tsx';
import { StoryPool } from './pool/StoryPool.tsx';
import { useDragging } from './use-dragging.ts';
import { FrontCommands } from './FrontCommands.tsx';
import styles from './OpenFront.module.css';

interface OpenFrontProps {
  summary: FrontSummary;
  fronts: readonly FrontSummary[];
}

/** One front: the stories to place, the front as cards, the page itself. */
export function OpenFront({ summary, fronts }: OpenFrontProps): ReactElement {
  const translate = useTranslate();
  const { frontId } = summary;
  const desk = useFrontDesk(frontId);
  const { front, failed, saving } = useStore(desk.state);
  const facts = useFacts(frontId);
  const board = useBoard(front?.draft ?? null, facts.index);
  const clipboard = useClipboard();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const latestBoard = useRef<BoardContent | null>(null);
  const search = useRef<HTMLInputElement>(null);
  latestBoard.current = board;

  const [opened] = useState<OpenedFront>(() => {
    const choice = createStore<Choice>({ chosen: new Set(), current: null });
    return {
      choice,
      inHand: createStore<'pool' | 'board'>('pool'),
      actions: createFrontActions({
        desk,
        board: () => latestBoard.current,
        onTaken: (deed) => offerWayBack(deed),
        onPlaced(slotIds) {
          choice.set({ chosen: new Set(slotIds), current: slotIds[0] ?? null });
        },
      }),
      open: setDialog,
      discard,
    };
  });
  const { actions } = opened;

  function offerWayBack(deed: Deed): void {
    showToast(translate(deed.key, deed.parameters), {
      action: {
        label: translate('ui.undo'),
        run() {
          // Only while it is the last thing done: anything else would undo something else.
          if (desk.state.get().undo === deed) desk.undo();
          else showToast(translate('fronts.undo.inOrder'));
        },
      },
    });
  }

  function discard(collectionIds: readonly string[] | null): void {
    const { front: shown } = desk.state.get();
    if (shown === null) return;
    const deed: Deed = { key: 'fronts.did.discarded' };
    void desk
      .edit(editTowards(shown.draft, shown.live, collectionIds), deed)
      .then((refused) => refused === null && offerWayBack(deed));
  }

  function onDrop(carried: Carried, place: Place): void {
    if (place.collectionId === CLIPBOARD) {
      if (carried.stories.length > 0) clipboard.addStories(carried.stories);
      if (carried.from === 'board')
        clipboard.add(carried.ids.flatMap((id) => actions.findSlot(id)?.slot ?? []));
      return;
    }
    if (carried.stories.length > 0) actions.placeStories(carried.stories, place);
    if (carried.from === 'board') {
      actions.placeSlots(
        carried.ids.flatMap((id) => actions.findSlot(id)?.slot ?? []),
        place,
      );
    }
    if (carried.from === 'clipboard') {
      const slots = clipboard.slots.filter(({ slotId }) => carried.ids.includes(slotId));
      actions.placeSlots(slots.map(copyOf), place);
    }
  }

  const drag = useDragging((collectionId) => actions.findCollection(collectionId)?.title ?? '', onDrop);
  const index = facts.index;
  const live = front?.live;
  const draft = front?.draft;
  const differences = useMemo(
    () =>
      live === undefined || draft === undefined
        ? []
        : compareContents(live, draft, (articleId) => index?.story(articleId)?.headline ?? null),
    [live, draft, index],
  );
  const changed = useMemo(
    () => new Set(differences.filter(({ kind }) => kind !== 'same').map(({ collectionId }) => collectionId)),
    [differences],
  );
  const unlaunched = differences.reduce(
    (sum, { kind, slots, fields }) => sum + (kind === 'same' ? 0 : Math.max(1, slots.length + fields.length)),
    0,
  );
  if (front === null || board === null || index === null) {
    const refused = failed ?? (facts.failed ? true : null);
    if (refused === null) return <LoadingPane />;
    const { key, parameters } = errorMessage(refused);
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('fronts.failed')}
        actions={
          <Button
            onClick={() => {
              void desk.refresh();
              facts.retry();
            }}
          >
            {translate('ui.retry')}
          </Button>
        }
      >
        {translate(key, parameters)}
      </EmptyState>
    );
  }

  return (
    <FrontContext value={opened}>
      <FrontDragContext value={drag}>
        <FrontCommands
          desk={desk}
          opened={opened}
          clipboard={clipboard}
          board={() => latestBoard.current}
          search={() => search.current?.focus()}
          unlaunched={unlaunched}
        />
        <ResizablePanes
          name="fronts"
          panes={[
            {
              id: 'pool',
              width: { wide: 296, narrow: 228 },
              minWidth: 190,
              maxWidth: 460,
              children: (
                <>
                  <StoryPool frontId={frontId} draft={front.draft} searchRef={search} />
                  <ClipboardPane />
                </>
              ),
            },
            {
              id: 'board',
              minWidth: 340,
              children: (
                <section className={styles.middle} aria-label={translate('fronts.board')}>
                  <FrontHeader desk={desk} fronts={fronts} current={summary} unlaunched={unlaunched} />
                  <Notices notices={front.notices} />
                  <Board board={board} changed={changed} figures={index.popularity} />
                  <LaunchState frontId={frontId} lastLaunch={front.lastLaunch} scheduled={front.scheduled} />
                </section>
              ),
            },
            {
              id: 'page',
              width: { wide: 336, narrow: 262 },
              minWidth: 220,
              maxWidth: 760,
              children: <PagePane desk={desk} name={front.name} facts={index} behind={saving === 'late'} />,
            },
          ]}
        />
        <DragGhost />
        {dialog !== null && (
          <FrontDialogs
            dialog={dialog}
            front={front}
            fronts={fronts}
            desk={desk}
            facts={index}
            board={board}
            differences={differences}
            onClose={() => setDialog(null)}
          />
        )}
      </FrontDragContext>
    </FrontContext>
  );
}
