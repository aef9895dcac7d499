import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { commandCaps } from '../../../commands.ts';
import { useTranslate, type Translate } from '../../../i18n.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/Field.tsx';
import { ArrowDown, ArrowUp, CaseSensitive, Regex, Replace, WholeWord, X } from '../../../ui/icons/icons.ts';
import { showToast } from '../../../ui/toast.ts';
import { classes } from '../../../ui/classes.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useStore } from '../../../store.ts';
import { MOST_HITS, type FindState } from './find-desk.ts';
import type { Find } from './use-find.ts';
import styles from './find.module.css';

/** How many hits there are and which one stands out, or why there are none. */
function wordsOf({ query, hits, current, problem }: FindState, translate: Translate): string {
  if (problem !== null) return translate(`find.problem.${problem}`);
  if (query.words === '') return '';
  if (hits.length === 0) return translate('find.none');
  const count = hits.length === MOST_HITS ? `${hits.length}+` : hits.length;
  return translate('find.position', { number: current + 1, count });
}

interface FindBarProps {
  find: Find;
  draft: Draft;
  /** Undoes the last step of the copy. */
  onUndo: () => void;
}

/** Find and replace, above the copy. Enter goes on to the next hit, Escape back into the copy at the hit. */
export function FindBar({ find, draft, onUndo }: FindBarProps): ReactElement {
  const translate = useTranslate();
  const { desk, replacing, setReplacing, words, close } = find;
  const state = useStore(desk.state);
  const writes = useStore(draft.writes);
  const [replacement, setReplacement] = useState('');
  const { query, hits, problem } = state;

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  }
  function onWordsKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    desk.step(event.shiftKey ? -1 : 1);
  }
  async function replaceOne(): Promise<void> {
    if (!(await desk.replace(replacement))) showToast(translate('find.moved'), { tone: 'problem' });
  }
  async function replaceAll(): Promise<void> {
    const { done: count, left, suggested } = await desk.replaceAll(replacement);
    const words = [
      translate(suggested ? 'find.suggested' : 'find.replaced', { count }),
      left === 0 ? '' : translate('find.notSuggested', { count: left }),
    ];
    showToast(words.join(' ').trim(), { action: { label: translate('ui.undo'), run: onUndo } });
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in it closes it
    <div role="search" className={styles.bar} aria-label={translate('find.title')} onKeyDown={onKey}>
      <div className={styles.row}>
        <div className={styles.words}>
          <Input
            ref={words}
            className={styles.input}
            aria-label={translate('find.words')}
            aria-invalid={problem !== null}
            placeholder={translate('find.words')}
            maxLength={1000}
            spellCheck={false}
            value={query.words}
            onChange={(event) => desk.ask({ words: event.target.value })}
            onKeyDown={onWordsKey}
          />
          <div className={styles.switches}>
            <IconButton
              size="small"
              icon={CaseSensitive}
              label={translate('find.matchCase')}
              pressed={query.matchCase}
              onClick={() => desk.ask({ matchCase: !query.matchCase })}
            />
            <IconButton
              size="small"
              icon={WholeWord}
              label={translate('find.wholeWord')}
              pressed={query.wholeWord}
              onClick={() => desk.ask({ wholeWord: !query.wholeWord })}
            />
            <IconButton
              size="small"
              icon={Regex}
              label={translate('find.isPattern')}
              pressed={query.isPattern}
              onClick={() => desk.ask({ isPattern: !query.isPattern })}
            />
          </div>
        </div>
        <span
          className={classes(styles.count, (problem !== null || hits.length === 0) && styles.nothing)}
          role="status"
        >
          {wordsOf(state, translate)}
        </span>
        <IconButton
          size="small"
          icon={ArrowUp}
          label={translate('find.previous')}
          caps={commandCaps('article.findPrevious')}
          disabled={hits.length === 0}
          onClick={() => desk.step(-1)}
        />
        <IconButton
          size="small"
          icon={ArrowDown}
          label={translate('find.next')}
          caps={commandCaps('article.findNext')}
          disabled={hits.length === 0}
          onClick={() => desk.step(1)}
        />
        <IconButton
          size="small"
          icon={Replace}
          label={translate('find.withReplacement')}
          caps={commandCaps('article.replace')}
          pressed={replacing}
          onClick={() => setReplacing(!replacing)}
        />
        <IconButton size="small" icon={X} label={translate('ui.close')} caps={['Esc']} onClick={close} />
      </div>
      {replacing && (
        <div className={styles.row}>
          <Input
            className={styles.input}
            aria-label={translate('find.replacement')}
            placeholder={translate('find.replacement')}
            maxLength={1000}
            spellCheck={false}
            value={replacement}
            disabled={!writes}
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              if (hits.length > 0) void replaceOne();
            }}
          />
          <Button size="small" disabled={!writes || hits.length === 0} onClick={() => void replaceOne()}>
            {translate('find.replace')}
          </Button>
          <Button
            size="small"
            disabled={!writes || hits.length === 0 || hits.length === MOST_HITS}
            title={hits.length === MOST_HITS ? translate('find.tooMany') : undefined}
            onClick={() => void replaceAll()}
          >
            {translate('find.replaceAll')}
          </Button>
        </div>
      )}
    </div>
  );
}
