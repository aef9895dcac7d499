import { useEffect, useRef, useState, type ReactElement } from 'react';
import { keyCaps } from '../../../commands.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import { sendsOn } from './NoteCard.tsx';
import styles from './notes.module.css';

interface NewNoteProps {
  quote: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

/** A note about the words just selected, before it is sent. */
export function NewNote({ quote, onSave, onCancel }: NewNoteProps): ReactElement {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  function save(): void {
    if (text.trim() !== '') onSave(text.trim());
  }
  return (
    <form
      className={styles.newNote}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className={styles.quote}>{quote}</p>
      <TextArea
        ref={field}
        rows={3}
        value={text}
        maxLength={5000}
        aria-label={translate('notes.text')}
        placeholder={translate('notes.text.placeholder')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            onCancel();
          }
          if (!sendsOn(event)) return;
          event.preventDefault();
          event.stopPropagation();
          save();
        }}
      />
      <div className={styles.newTools}>
        <Button size="small" look="ghost" onClick={onCancel}>
          {translate('ui.cancel')}
        </Button>
        <Button
          size="small"
          look="primary"
          type="submit"
          disabled={text.trim() === ''}
          caps={keyCaps('Mod+Enter')}
        >
          {translate('notes.send')}
        </Button>
      </div>
    </form>
  );
}
