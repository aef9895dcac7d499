import { useEffect, useState, type ReactElement } from 'react';
import { documentText } from '../../../../shared/document/walk.ts';
import { countText, readingMinutes, type TextCounts } from '../../../../shared/domain/text-counts.ts';
import type { EditorHandle } from '../../../editor/ArticleEditor.tsx';
import { useTranslate } from '../../../i18n.ts';
import { createRestTimer } from '../../../rest-timer.ts';
import { Popover } from '../../../ui/Popover.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected, useStore } from '../../../store.ts';
import styles from './counts.module.css';

/** A selection is counted once it has rested. */
const REST_MS = 250;

/** Counts of what is selected in the copy; null where nothing is. */
function useSelectionCounts(editor: EditorHandle | null): TextCounts | null {
  const [counts, setCounts] = useState<TextCounts | null>(null);
  useEffect(() => {
    if (editor === null) return undefined;
    function count(): void {
      const selected = editor?.finder.selectedText() ?? '';
      setCounts(selected === '' ? null : countText(selected));
    }
    const { stir, cancel } = createRestTimer(count, { restMs: REST_MS });
    // Words may be selected already: the copy keeps its selection while one is at the list.
    stir();
    document.addEventListener('selectionchange', stir);
    return () => {
      cancel();
      document.removeEventListener('selectionchange', stir);
    };
  }, [editor]);
  return counts;
}

/** Words and reading time, of the selection too; more about both with a click. */
export function Counts({
  draft,
  editor,
}: {
  draft: Draft;
  editor: EditorHandle | null;
}): ReactElement | null {
  const translate = useTranslate();
  const isEmpty = useSelected(draft.words, (words) => words === 0);
  const selection = useSelectionCounts(editor);
  const [story, setStory] = useState<TextCounts | null>(null);
  if (isEmpty) return null;
  return (
    <Popover
      label={translate('counts.title')}
      open={story !== null}
      onOpenChange={(open) => setStory(open ? countText(documentText(draft.document())) : null)}
      trigger={
        <button type="button" className={styles.counts} title={translate('counts.title')}>
          <Words draft={draft} selected={selection?.words ?? null} />
        </button>
      }
    >
      {story !== null && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{translate('counts.what')}</VisuallyHidden>
              </th>
              <th scope="col">{translate('counts.story')}</th>
              {selection !== null && <th scope="col">{translate('counts.selection')}</th>}
            </tr>
          </thead>
          <tbody>
            <Row label={translate('counts.words')} story={story.words} selection={selection?.words} />
            <Row
              label={translate('counts.characters')}
              story={story.characters}
              selection={selection?.characters}
            />
            <Row
              label={translate('counts.withoutSpaces')}
              story={story.withoutSpaces}
              selection={selection?.withoutSpaces}
            />
            <Row
              label={translate('counts.minutes')}
              story={readingMinutes(story.words)}
              selection={selection === null ? undefined : readingMinutes(selection.words)}
            />
          </tbody>
        </table>
      )}
    </Popover>
  );
}

/** By itself, since it changes while one writes. */
function Words({ draft, selected }: { draft: Draft; selected: number | null }): string {
  const translate = useTranslate();
  const words = useStore(draft.words);
  return selected === null
    ? translate('composer.status', { words, minutes: readingMinutes(words) })
    : translate('counts.selected', { selected, words });
}

interface RowProps {
  label: string;
  story: number;
  selection: number | undefined;
}

function Row({ label, story, selection }: RowProps): ReactElement {
  const translate = useTranslate();
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{translate('counts.number', { number: story })}</td>
      {selection !== undefined && <td>{translate('counts.number', { number: selection })}</td>}
    </tr>
  );
}
