import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type MouseEvent,
  type ReactElement,
  type ComponentProps,
  type RefObject,
} from 'react';
import { ArticleEditor, type EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { CorrectionDialog } from '../../../corrections/CorrectionDialog.tsx';
import { ReplyDialog } from '../../../corrections/ReplyDialog.tsx';
import { WithdrawalDialog } from '../../../corrections/WithdrawalDialog.tsx';
import { useKeysAhead } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FileX } from '../../../ui/icons/icons.ts';
import { PaneHeader } from '../../../ui/PaneHeader.tsx';
import { ResizablePanes } from '../../../ui/ResizablePanes.tsx';
import { Spinner } from '../../../ui/Loading.tsx';
import { AssignmentBar } from '../assignments/AssignmentBar.tsx';
import { SendDialog } from '../assignments/SendDialog.tsx';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import { createStore, useSelected, useStore, type Store } from '../../../store.ts';
import { useDraftDesk, useShownArticle } from '../drafts/use-draft-desk.ts';
import { useEditorServices } from '../drafts/use-editor-services.ts';
import { FindBar } from '../find/FindBar.tsx';
import { useFind } from '../find/use-find.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import { headOf, type InspectorTab } from '../inspector/inspector-tab.ts';
import { NameRevisionDialog } from '../revisions/NameRevisionDialog.tsx';
import { useReview } from '../notes/use-review.ts';
import { useMargin } from '../provenance/use-margin.ts';
import { TakenCopy } from '../sources/TakenCopy.ts';
import { useKeptPlace } from '../places/use-kept-place.ts';
import { useAfterPaint } from '../../../after-paint.ts';
import { useArticleActions } from './article-actions.ts';
import { ComposerHeader } from './ComposerHeader.tsx';
import { useCheckDesk } from '../checks/use-check-desk.ts';
import { useFindingKeys } from '../checks/use-finding-keys.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { PaperFoot, PaperHead } from './PaperHead.tsx';
import { QuietBar } from './QuietBar.tsx';
import { usePaperFocus } from './use-paper-focus.ts';
import { useQuietWriting } from './use-quiet-writing.ts';
import { ReaderBar } from './ReaderBar.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';
import { SiteConflict, SiteConflictBar } from './SiteConflictBar.tsx';
import { usePasteText } from './use-paste-text.ts';
import styles from './composer.module.css';

/** The composer: one article at a time in an editor that stays. `articleId` is null while the list is shown. */
export function Composer({ articleId }: { articleId: string | null }): ReactElement {
  const translate = useTranslate();
  const desk = useDraftDesk();
  const state = useStore(desk.state);
  const services = useEditorServices();
  const [handle, setHandle] = useState<EditorHandle | null>(null);
  const [tab, setTab] = useState<InspectorTab>('details');
  useShownArticle(desk, articleId);
  useEffect(() => (handle === null ? undefined : desk.attach(handle)), [desk, handle]);
  // While an article is on its way nothing of the one before is shown, nor can be acted on. Behind the list it stays.
  const isAnother = state.kind === 'open' && articleId !== null && state.draft.articleId !== articleId;
  const draft = state.kind === 'open' && !isAnother ? state.draft : null;
  const shown = draft !== null && articleId !== null;
  const checks = useCheckDesk(handle, draft, shown);
  useFindingKeys(checks, handle, shown);
  useMargin(checks, handle);
  usePasteText(handle, shown);
  // The copy is painted first, what stands around it a frame later; behind the list nothing stands around it.
  const isPainted = useAfterPaint(shown ? draft : null) === draft;
  useKeysAhead('palette.group.article', articleId, (shown && isPainted) || state.kind === 'failed');
  const inspector = useRef<HTMLElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLElement>(null);
  const quiet = useQuietWriting(shown);
  const find = useFind({ desk, draft: shown ? draft : null, editor: handle, onTab: setTab });
  useKeptPlace({ draft: shown ? draft : null, handle, ground, tab, onTab: setTab });
  useLaidOutBehind(shown ? null : draft, paper);
  const onPaperKey = usePaperFocus({ draft: shown && isPainted ? draft : null, handle, paper });

  /** The tab takes the focus with it, so that the keys go on there. */
  function goToTab(next: InspectorTab): void {
    // A tab that gets the focus is chosen by that, so what shall be shown is said last.
    inspector.current?.querySelector<HTMLElement>(`[role="tab"][data-value="${headOf(next)}"]`)?.focus();
    setTab(next);
  }

  /** Back to the copy from beside it, at the caret; to its paper where another window writes. */
  function goBackToCopy(): void {
    if (draft?.writes.get() === true) handle?.focus();
    else paper.current?.focus({ preventScroll: true });
  }

  const goDown = useCallback(() => handle?.focus(), [handle]);

  function goOnWriting(event: MouseEvent): void {
    event.preventDefault();
    handle?.focusEnd();
  }

  return (
    <ResizablePanes
      name="composer"
      panes={[
        {
          id: 'copy',
          minWidth: 440,
          children: (
            <div className={styles.main}>
              {draft !== null && !isPainted && <PaneHeader>{null}</PaneHeader>}
              {draft !== null && isPainted && (
                <Bar
                  key={draft.articleId}
                  desk={desk}
                  draft={draft}
                  editor={handle}
                  quiet={quiet}
                  active={shown}
                  onTab={goToTab}
                />
              )}
              {shown && find !== null && <FindBar find={find} draft={draft} onUndo={() => handle?.undo()} />}
              {state.kind === 'failed' && <Failed desk={desk} error={state.error} />}
              {state.kind === 'loading' && <Waiting />}
              <div className={styles.room} hidden={draft === null}>
                <div ref={ground} className={styles.ground} data-composer-ground>
                  {/* Where the keys are when an article opens; no stop of Tab. */}
                  {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
                  <article
                    ref={paper}
                    className={styles.paper}
                    tabIndex={-1}
                    aria-label={translate('composer.paper')}
                    onKeyDown={onPaperKey}
                  >
                    {draft !== null && (
                      <Fields draft={draft}>
                        <PaperHead draft={draft} onLeaveDown={goDown} />
                      </Fields>
                    )}
                    <Body draft={draft}>
                      {(dateline) => (
                        <ArticleEditor services={services} dateline={dateline} onReady={setHandle} />
                      )}
                    </Body>
                    {draft !== null && (
                      <Fields draft={draft}>
                        <PaperFoot draft={draft} />
                      </Fields>
                    )}
                    <div className={styles.rest} aria-hidden onMouseDown={goOnWriting} />
                  </article>
                </div>
              </div>
              {draft !== null && <TakenCopy draft={draft} ground={ground} />}
            </div>
          ),
        },
        {
          id: 'inspector',
          width: { wide: 404, narrow: 324 },
          minWidth: 272,
          maxWidth: 620,
          children:
            draft === null || !isPainted ? (
              <div />
            ) : (
              <Beside
                key={draft.articleId}
                ref={inspector}
                ground={ground}
                desk={desk}
                draft={draft}
                editor={handle}
                checks={checks}
                tab={tab}
                onTab={setTab}
                active={shown}
                onLeave={goBackToCopy}
              />
            ),
        },
      ]}
    />
  );
}

/** What came into the editor behind the list is laid out there, so that opening it is to paint it. */
function useLaidOutBehind(draft: Draft | null, paper: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (draft === null) return;
    const idle = requestIdleCallback(() => paper.current?.getBoundingClientRect());
    return () => cancelIdleCallback(idle);
  }, [draft, paper]);
}

interface BarProps {
  desk: DraftDesk;
  draft: Draft;
  editor: EditorHandle | null;
  /** Only what one needs while writing. */
  quiet: boolean;
  active: boolean;
  onTab: (tab: InspectorTab) => void;
}

function Bar({ desk, draft, editor, quiet, active, onTab }: BarProps): ReactElement {
  const actions = useArticleActions(desk, draft, { active, onTab });
  const conflict = useStore(draft.conflict);
  useMarkOpened(draft, active);
  return (
    <>
      {quiet ? (
        <QuietBar draft={draft} editor={editor} />
      ) : (
        <ComposerHeader draft={draft} editor={editor} actions={actions} active={active} onTab={onTab} />
      )}
      <ReaderBar draft={draft} />
      {actions.assignment !== null && (
        <AssignmentBar
          assignment={actions.assignment}
          actions={actions.assignments}
          onSend={actions.setSending}
        />
      )}
      {active && <SiteConflictBar draft={draft} actions={actions} />}
      {active && actions.comparing !== null && (
        <SiteConflict delivery={actions.comparing} onClose={() => actions.compare(null)} />
      )}
      {active && actions.sending !== null && (
        <SendDialog
          start={actions.sending}
          state={actions.state}
          actions={actions.assignments}
          onClose={() => actions.setSending(null)}
        />
      )}
      {active && actions.naming && (
        <NameRevisionDialog onSave={actions.revisions.cut} onClose={() => actions.setNaming(false)} />
      )}
      {active && actions.filing === 'correction' && (
        <CorrectionDialog articleId={draft.articleId} onClose={() => actions.setFiling(null)} />
      )}
      {active && actions.filing === 'reply' && (
        <ReplyDialog
          articleId={draft.articleId}
          headline={draft.fields.get().headline}
          onClose={() => actions.setFiling(null)}
        />
      )}
      {active && actions.filing === 'withdrawal' && (
        <WithdrawalDialog
          articleId={draft.articleId}
          headline={draft.fields.get().headline}
          onClose={() => actions.setFiling(null)}
        />
      )}
      {active && actions.previewing && (
        <PreviewDialog draft={draft} onClose={() => actions.setPreviewing(false)} />
      )}
      {active && conflict !== null && <ConflictDialog desk={desk} draft={draft} theirs={conflict} />}
    </>
  );
}

type BesideProps = Omit<ComponentProps<typeof Inspector>, 'review'> & {
  ground: RefObject<HTMLElement | null>;
};

/** The inspector, with what is noted and suggested in the copy. */
function Beside({ ground, ...rest }: BesideProps): ReactElement {
  const { draft, editor, active, onTab } = rest;
  const review = useReview({ draft, handle: editor, ground, active, onTab });
  return <Inspector {...rest} review={review} />;
}

/** Fields around the copy: they are read only where another window writes. */
function Fields({ draft, children }: { draft: Draft; children: ReactElement }): ReactElement {
  const writes = useStore(draft.writes);
  return (
    <fieldset className={styles.fields} disabled={!writes}>
      {children}
    </fieldset>
  );
}

/** What was sent to who sits here is unread until the article is on screen. */
function useMarkOpened({ articleId, meta }: Draft, active: boolean): void {
  const { client } = useCore();
  const unread = useSelected(meta, ({ assignment }) => assignment?.unread === true);
  useEffect(() => {
    // A call that fails leaves it unread; the next opening tries again.
    if (active && unread) client.articles.assignments.markOpened({ articleId }).catch(() => {});
  }, [active, unread, client, articleId]);
}

const NO_FIELDS = createStore({ dateline: '' });

/** Follows the dateline without rendering anything else anew. One component whether an article is open or not. */
function Body({
  draft,
  children,
}: {
  draft: Draft | null;
  children: (dateline: string) => ReactElement;
}): ReactElement {
  const fields: Pick<Store<{ dateline: string }>, 'get' | 'subscribe'> = draft?.fields ?? NO_FIELDS;
  return children(useSelected(fields, ({ dateline }) => dateline));
}

function Failed({ desk, error }: { desk: DraftDesk; error: unknown }): ReactElement {
  const translate = useTranslate();
  const { key, parameters } = errorMessage(error);
  return (
    <EmptyState
      icon={FileX}
      tone="problem"
      title={translate('composer.failed.title')}
      actions={
        <>
          <Button onClick={() => desk.retry()}>{translate('ui.retry')}</Button>
          <Button onClick={() => navigate({ screen: 'articles', articleId: null })}>
            {translate('composer.back')}
          </Button>
        </>
      }
    >
      {translate(key, parameters)}
    </EmptyState>
  );
}

/** Appears only when opening takes long enough to be noticed. */
function Waiting(): ReactElement {
  return (
    <div className={styles.waiting}>
      <Spinner size={22} />
    </div>
  );
}
