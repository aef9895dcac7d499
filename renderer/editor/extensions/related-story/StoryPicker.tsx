import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { classes } from '../../../ui/classes.ts';
import { useEnterOnceFound } from '../../../ui/use-enter-once-found.ts';
import { keepFromEditor } from '../../keep-from-editor.ts';
import type { NodeKey } from 'lexical';
import { useFocusWhenFresh } from '../cards/use-focus-when-fresh.ts';
import type { EditorServices, FoundStory } from '../../services.ts';
import styles from './related-story.module.css';

interface StoryPickerProps {
  nodeKey: NodeKey;
  services: EditorServices;
  onPick: (story: { articleId: string; url: string; headline: string }) => void;
}

/** Milliseconds of quiet before the core is asked. */
const QUIET = 150;

/** Finds the story that is meant among ours, or takes the address of one elsewhere. */
export function StoryPicker({ nodeKey, services, onPick }: StoryPickerProps): ReactElement {
  const { say, searchStories } = services;
  const input = useFocusWhenFresh<HTMLInputElement>(nodeKey);
  const field = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ query: string; stories: FoundStory[] } | null>(null);
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const address = /^https?:\/\/\S+$/i.test(typed.trim()) ? typed.trim() : null;
  const isAsked = address === null && typed.trim() !== '';
  const stories = isAsked ? (found?.stories ?? []) : [];
  const { enter, typeOn } = useEnterOnceFound(
    stories[chosen],
    !isAsked || found?.query === typed.trim(),
    pick,
  );
  useEffect(() => (field.current === null ? undefined : keepFromEditor(field.current)), []);

  useEffect(() => {
    const query = typed.trim();
    if (query === '' || address !== null) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      searchStories(query).then(
        (answer) => {
          if (!current) return;
          setFound({ query, stories: answer });
          setChosen(0);
        },
        () => current && setFound({ query, stories: [] }),
      );
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, address, searchStories]);

  function pick({ articleId, headline }: FoundStory): void {
    onPick({ articleId, url: '', headline });
  }

  function handleKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && stories.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + stories.length) % stories.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (address === null) enter();
      else onPick({ articleId: '', url: address, headline: new URL(address).hostname });
    }
  }

  return (
    <div ref={field} className={styles.picker}>
      <input
        ref={input}
        className={styles.field}
        role="combobox"
        aria-expanded={stories.length > 0}
        aria-controls={list}
        aria-activedescendant={stories.length > 0 ? `${list}-${chosen}` : undefined}
        aria-label={say('editor.related.search')}
        placeholder={say('editor.related.search')}
        value={typed}
        onChange={(event) => {
          typeOn();
          setTyped(event.target.value);
        }}
        onKeyDown={handleKey}
      />
      <div id={list} role="listbox" aria-label={say('editor.related')} className={styles.found}>
        {stories.map((story, index) => (
          // The field keeps the focus and handles the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={story.articleId}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes(styles.option, index === chosen && styles.chosen)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(story)}
          >
            {story.headline}
          </div>
        ))}
      </div>
      <p className={styles.note} role="status">
        {address !== null && say('editor.related.address')}
        {found !== null && found.query === typed.trim() && stories.length === 0 && address === null
          ? say('editor.related.none')
          : null}
      </p>
    </div>
  );
}
