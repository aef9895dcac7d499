import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CollectionFields, Slot, SlotContent } from '../../../shared/contract/front-content.ts';
import type { CollectionDifference, Front, FrontSummary } from '../../../shared/contract/fronts.ts';
import { newCollection, newSlot } from '../../../shared/domain/front/build.ts';
import type { FactsIndex } from '../../../shared/domain/front/resolve.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { useRefusal } from '../../people.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { showToast } from '../../ui/toast.ts';
import type { Board } from '../../../shared/domain/front/board.ts';
import type { FrontDesk } from './desk/front-desk.ts';
import { useOpenedFront, type OpenDialog } from './front-context.ts';
import { HistoryDialog } from './launch/HistoryDialog.tsx';
import { LaunchDialog } from './launch/LaunchDialog.tsx';
import { CollectionSettings } from './settings/CollectionSettings.tsx';
import { FiguresDialog } from './settings/FiguresDialog.tsx';
import { FrontDialog } from './settings/FrontDialog.tsx';
import { SlotEditor } from './slot/SlotEditor.tsx';

interface FrontDialogsProps {
  dialog: OpenDialog;
  front: Front;
  fronts: readonly FrontSummary[];
  desk: FrontDesk;
  facts: FactsIndex;
  board: Board;
  differences: readonly CollectionDifference[];
  onClose: () => void;
}

const EMPTY_COLLECTION: CollectionFields & { stamp: string } = newCollection({ collectionId: '', title: '' });

export function FrontDialogs(props: FrontDialogsProps): ReactElement | null {
  const { dialog, front, fronts, desk, differences, onClose } = props;
  const { actions } = useOpenedFront();
  switch (dialog.kind) {
    case 'slot':
      return <SlotDialog {...props} slotId={dialog.slotId} />;
    case 'newSlot':
      return <NewSlotDialog {...props} collectionId={dialog.collectionId} content={dialog.content} />;
    case 'collection': {
      const collection = front.draft.collections.find(
        ({ collectionId }) => collectionId === dialog.collectionId,
      );
      if (collection === undefined) return null;
      return (
        <CollectionSettings
          collection={collection}
          isNew={false}
          onSave={(change, stamp) => actions.changeCollection({ ...collection, stamp }, change)}
          onClose={onClose}
        />
      );
    }
    case 'newCollection':
      return (
        <CollectionSettings
          collection={EMPTY_COLLECTION}
          isNew
          onSave={(fields) => actions.addCollection({ ...EMPTY_COLLECTION, ...fields })}
          onClose={onClose}
        />
      );
    case 'figures':
      return <FiguresDialog onClose={onClose} />;
    case 'launch':
      return (
        <LaunchDialog
          front={front}
          differences={differences}
          collectionIds={dialog.collectionIds}
          onClose={onClose}
        />
      );
    case 'history':
      return <HistoryDialog front={front} desk={desk} onClose={onClose} />;
    case 'newFront':
    case 'renameFront':
      return (
        <FrontDialog
          front={dialog.kind === 'renameFront' ? front : null}
          fronts={fronts}
          onDone={({ frontId }) => {
            onClose();
            void desk.refresh();
            navigate({ screen: 'fronts', frontId });
          }}
          onClose={onClose}
        />
      );
    case 'removeFront':
      return <RemoveFrontDialog front={front} onClose={onClose} />;
  }
}

function SlotDialog({
  slotId,
  front,
  facts,
  board,
  onClose,
}: FrontDialogsProps & { slotId: string }): ReactElement | null {
  const { actions } = useOpenedFront();
  const collection = front.draft.collections.find(({ slots }) =>
    slots.some((slot) => slot.slotId === slotId),
  );
  const slot = collection?.slots.find((each) => each.slotId === slotId);
  if (collection === undefined || slot === undefined) return null;
  const card = board.collections.flatMap(({ cards }) => cards).find(({ key }) => key === slotId);
  return (
    <SlotEditor
      slot={slot}
      collection={collection}
      story={slot.content.kind === 'article' ? facts.story(slot.content.articleId) : null}
      place={card?.item?.place ?? null}
      warnings={card?.warnings ?? []}
      isNew={false}
      onSave={(changed, change) => actions.changeSlot(changed, change)}
      onChecked={() => {
        actions.markChecked(slotId);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

const EMPTY_CONTENT: Readonly<Record<'link' | 'block', SlotContent>> = {
  link: { kind: 'link', url: '' },
  block: { kind: 'block', text: '' },
};

function NewSlotDialog({
  collectionId,
  content,
  front,
  onClose,
}: FrontDialogsProps & { collectionId: string; content: 'link' | 'block' }): ReactElement | null {
  const { actions } = useOpenedFront();
  const collection = front.draft.collections.find((each) => each.collectionId === collectionId);
  if (collection === undefined) return null;
  const slot: Slot = newSlot({ slotId: '', content: EMPTY_CONTENT[content], placedAt: '' });
  return (
    <SlotEditor
      slot={slot}
      collection={collection}
      story={null}
      place={1}
      warnings={[]}
      isNew
      onSave={(_slot, fields) =>
        actions.addSlot(collectionId, { ...fields, content: fields.content ?? EMPTY_CONTENT[content] })
      }
      onClose={onClose}
    />
  );
}

function RemoveFrontDialog({ front, onClose }: { front: Front; onClose: () => void }): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const refusal = useRefusal('publish');
  const { frontId, name } = front;
  const remove = useMutation({
    mutationFn: () => client.fronts.remove({ frontId }),
    onSuccess() {
      onClose();
      showToast(translate('fronts.front.removed', { name }));
      navigate({ screen: 'fronts' });
    },
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={translate('fronts.front.removeTitle', { name })}
      description={translate('fronts.front.removeText')}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            look="danger"
            busy={remove.isPending}
            disabled={refusal !== null}
            aria-describedby={refusal === null ? undefined : 'remove-refusal'}
            onClick={() => remove.mutate()}
          >
            {translate('fronts.front.remove')}
          </Button>
        </>
      }
    >
      {refusal !== null && <RefusalNote id="remove-refusal">{refusal}</RefusalNote>}
    </Dialog>
  );
}
