import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type ReactElement } from 'react';
import type { Source } from '../../../shared/contract/wire-sources.ts';
import { isTyping } from '../../commands.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useCoreEvents } from '../../core-client/use-events.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { takeOpenedFiles, useOpenedFileCount } from '../../opened-files.ts';
import { ListAndDetail } from '../../ui/ListAndDetail.tsx';
import { LoadingPane } from '../../ui/Loading.tsx';
import { ListPane } from '../../ui/WorkPanes.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { changeInboxView, filterOfView, useInboxView } from './inbox-view.ts';
import { rowIndexOf } from './entry.ts';
import { useImportRun } from './import-run.ts';
import { ImportRunStatus } from './ImportStatus.tsx';
import { IntakeStatus } from './IntakeStatus.tsx';
import { ListHead } from './ListHead.tsx';
import { hitPattern } from './hits.ts';
import { ListPlaceholder } from './ListPlaceholder.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { ReadingPane } from './ReadingPane.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { AddSourceDialog, EditSourceDialog } from './SourceDialog.tsx';
import { SourcePane } from './SourcePane.tsx';
import { SourceTrouble } from './SourceTrouble.tsx';
import type { StoryActions } from './StoryToolbar.tsx';
import { StoryList, type StoryListHandle } from './StoryList.tsx';
import { useFolding } from './use-folding.ts';
import { useMarking } from './use-marking.ts';
import { useImport } from './use-import.ts';
import { useInbox, useMarkRead } from './use-inbox.ts';
import { useTellError } from './use-tell.ts';
import { useWireCommands } from './wire-commands.ts';
import { useWriteFromWire } from './use-write-from-wire.ts';
import styles from './WireScreen.module.css';

type OpenDialog =
  | { kind: 'add' }
  | { kind: 'edit'; source: Source }
  | { kind: 'paste'; text: string }
  | { kind: 'note' }
  | null;

/** Nothing is chosen. */
const NONE: ReadonlySet<number> = new Set();

const READ_AFTER_MS = 700;
/** Shorter text on the clipboard is hardly a story. */
const SHORTEST_PASTE = 120;

/** The wire inbox: sources, list, reading pane. */
export function WireScreen({ storyId }: { storyId: number | null }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const queryClient = useQueryClient();
  const view = useInboxView();
  const filter = filterOfView(view);
  const inbox = useInbox(filter);
  const tellError = useTellError();
  const markRead = useMarkRead(tellError);
  const marking = useMarking();
  const folding = useFolding();
  const { write, writing } = useWriteFromWire();
  const sources = useQuery(queries.wire.sources.list.queryOptions()).data;
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const list = useRef<StoryListHandle>(null);
  const article = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const filePicker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(NONE);
  const hits = useMemo(() => hitPattern(view.query), [view.query]);
  const { rows } = inbox;
  const index = rowIndexOf(rows, storyId);
  const row = rows[index];
  /** What is done with the open story is done with its entry. */
  const entryId = row?.storyId ?? storyId;
  const source = sources?.find(({ id }) => id === view.sourceId);

  // What one looked at may have gone with the sample newsroom, here or while another screen was shown.
  useCoreEvents((event) => {
    if (event.type === 'sample.changed')
      changeInboxView({ sourceId: null, marked: 'inbox', tab: 'all', query: '' });
  });
  const leaveLostSource = useEffectEvent(() => {
    if (view.sourceId !== null && source === undefined) changeInboxView({ sourceId: null });
  });
  const sourcesKnown = sources !== undefined;
  useEffect(() => {
    if (sourcesKnown) leaveLostSource();
  }, [sourcesKnown]);

  const replace = storyId !== null;
  const select = useCallback(
    (id: number) => navigate({ screen: 'wire', storyId: id }, { replace }),
    [replace],
  );

  function step(by: number): void {
    const next = rows[index < 0 ? 0 : index + by];
    if (next !== undefined) select(next.storyId);
  }

  // What is chosen belongs to the list it was chosen in.
  const filterName = JSON.stringify(filter);
  const [chosenIn, setChosenIn] = useState(filterName);
  if (chosenIn !== filterName) {
    setChosenIn(filterName);
    setChosen(NONE);
  }

  /** The chosen stories, or the open one; the list goes on to the next that stays. */
  function spike(): void {
    const ids = chosen.size > 0 ? [...chosen] : entryId === null ? [] : [entryId];
    if (ids.length === 0) return;
    const gone = new Set(ids);
    const next = rows.slice(Math.max(0, index)).find((candidate) => !gone.has(candidate.storyId));
    marking.spike(ids, view.marked !== 'spiked');
    setChosen(NONE);
    if (entryId !== null && gone.has(entryId) && next !== undefined) select(next.storyId);
  }

  const actions: StoryActions = {
    claim: () => {
      if (entryId === null) return;
      if (row === undefined || row.marks.claimed === null) marking.claim(entryId);
      else marking.release(entryId);
    },
    flag: () => {
      if (chosen.size > 0) marking.flag([...chosen], true);
      else if (entryId !== null) marking.flag([entryId], row?.marks.flagged === null);
    },
    spike,
    note: () => storyId !== null && setDialog({ kind: 'note' }),
  };

  const join =
    chosen.size < 2
      ? null
      : (): void => {
          folding.join([...chosen]);
          setChosen(NONE);
        };

  function bringIn(): void {
    inbox.bringIn();
    list.current?.scrollToTop();
  }

  const importRun = useImportRun();
  const imports = useImport((imported) => {
    bringIn();
    if (imported !== null) select(imported);
  });

  // A story that stays open for a moment counts as read; one that was marked unread stays so until it is opened again.
  const read = row?.read ?? true;
  const openRead = useEffectEvent(() => {
    if (row !== undefined && !row.read) markRead([row.storyId], true);
  });
  const listed = row !== undefined;
  useEffect(() => {
    if (storyId === null || !listed) return undefined;
    const timer = setTimeout(() => openRead(), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [storyId, listed]);

  // The stories above and below are fetched before they are asked for.
  const around = [rows[index + 1]?.storyId, index > 0 ? rows[index - 1]?.storyId : undefined];
  const fetchAround = useEffectEvent(() => {
    for (const id of around) {
      if (id !== undefined)
        void queryClient.prefetchQuery(queries.wire.get.queryOptions({ input: { storyId: id } }));
    }
  });
  useEffect(() => fetchAround(), [storyId, rows.length]);

  const openedFiles = useOpenedFileCount();
  const importOpened = useEffectEvent(() => void imports.importFiles(takeOpenedFiles()));
  useEffect(() => {
    if (openedFiles > 0) importOpened();
  }, [openedFiles]);

  const ready = inbox.status === 'ready' && rows.length > 0;
  useEffect(() => {
    if (ready && document.activeElement === document.body) list.current?.focus();
  }, [ready]);

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (dialog !== null || isTyping(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0) void imports.importFiles(files);
    else if (text.trim().length >= SHORTEST_PASTE) setDialog({ kind: 'paste', text });
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent): void => onPaste(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);

  useWireCommands({
    open: storyId !== null,
    read,
    newer: inbox.newer,
    step,
    bringIn,
    readStory: () => article.current?.focus(),
    markRead: (next) => entryId !== null && markRead([entryId], next),
    marking: actions,
    join,
    write: (storyType) => storyId !== null && write(storyId, undefined, storyType),
    focusSearch: () => {
      search.current?.focus();
      search.current?.select();
    },
    addSource: () => setDialog({ kind: 'add' }),
    paste: () => setDialog({ kind: 'paste', text: '' }),
    importFiles: () => filePicker.current?.click(),
    sources: sources ?? [],
  });

  return (
    <FileDrop
      words={{ drop: translate('wire.import.drop'), kinds: translate('wire.import.dropText') }}
      working={importRun === null ? <IntakeStatus /> : <ImportRunStatus run={importRun} />}
      onFiles={(files) => void imports.importFiles(files)}
    >
      <ListAndDetail
        name="wire"
        views={
          <SourcePane
            onAdd={() => setDialog({ kind: 'add' })}
            onEdit={(edited) => setDialog({ kind: 'edit', source: edited })}
          />
        }
        list={
          <ListPane>
            <ListHead
              newer={inbox.newer}
              onBringIn={bringIn}
              onLeave={() => list.current?.focus()}
              searchRef={search}
            />
            {chosen.size > 1 && (
              <SelectionBar
                count={chosen.size}
                spiked={view.marked === 'spiked'}
                onRead={() => markRead([...chosen], true)}
                onFlag={actions.flag}
                onSpike={spike}
                onJoin={() => join?.()}
                onClear={() => setChosen(NONE)}
              />
            )}
            {source !== undefined && (
              <SourceTrouble source={source} onEdit={() => setDialog({ kind: 'edit', source })} />
            )}
            {inbox.status === 'loading' && <LoadingPane />}
            {inbox.status !== 'loading' && rows.length === 0 && (
              <div className={styles.placeholder}>
                <ListPlaceholder
                  view={view}
                  failed={inbox.status === 'failed'}
                  hasSources={sources?.some(({ kind }) => kind !== 'manual') ?? true}
                  onRetry={inbox.retry}
                  onAddSource={() => setDialog({ kind: 'add' })}
                  onPaste={() => setDialog({ kind: 'paste', text: '' })}
                  onImport={() => filePicker.current?.click()}
                />
              </div>
            )}
            {ready && (
              <StoryList
                key={JSON.stringify(filter)}
                name={JSON.stringify(filter)}
                ref={list}
                inbox={inbox}
                selectedId={entryId}
                chosen={chosen}
                onChoose={setChosen}
                hits={hits}
                onSelect={select}
                onRead={() => {
                  if (storyId === null) step(0);
                  else article.current?.focus();
                }}
              />
            )}
          </ListPane>
        }
        detail={
          <ReadingPane
            storyId={storyId}
            read={read}
            writing={writing}
            onWrite={(versionId, storyType) => storyId !== null && write(storyId, versionId, storyType)}
            onMarkRead={(next) => entryId !== null && markRead([entryId], next)}
            actions={actions}
            onOpenCopy={select}
            onLeave={() => list.current?.focus()}
            articleRef={article}
          />
        }
      />
      <input
        ref={filePicker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void imports.importFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {dialog?.kind === 'add' && <AddSourceDialog onClose={() => setDialog(null)} />}
      {dialog?.kind === 'edit' && <EditSourceDialog source={dialog.source} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'note' && entryId !== null && (
        <NoteDialog
          text={row?.marks.note?.text ?? ''}
          onSave={(text) => marking.note(entryId, text)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'paste' && (
        <PasteDialog
          initialText={dialog.text}
          onImport={imports.importText}
          onClose={() => setDialog(null)}
        />
      )}
    </FileDrop>
  );
}
