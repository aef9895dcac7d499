import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { embedOfAddress, type EmbedAddress } from '../../../../shared/document/embeds.ts';
import { Button } from '../../../ui/Button.tsx';
import { keepFromEditor } from '../../keep-from-editor.ts';
import type { NodeKey } from 'lexical';
import { useFocusWhenFresh } from '../cards/use-focus-when-fresh.ts';
import type { EditorServices } from '../../services.ts';
import styles from './embed.module.css';

interface EmbedAddressFieldProps {
  nodeKey: NodeKey;
  say: EditorServices['say'];
  onFound: (address: EmbedAddress) => void;
}

/** Asks for the address of what is to be embedded. */
export function EmbedAddressField({ nodeKey, say, onFound }: EmbedAddressFieldProps): ReactElement {
  const field = useFocusWhenFresh<HTMLInputElement>(nodeKey);
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const problem = useId();
  useEffect(() => (form.current === null ? undefined : keepFromEditor(form.current)), []);

  return (
    <form
      ref={form}
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        const found = embedOfAddress(/^https?:/i.test(typed.trim()) ? typed : `https://${typed.trim()}`);
        if (found === null) setRefused(true);
        else onFound(found);
      }}
    >
      <input
        ref={field}
        className={styles.field}
        value={typed}
        placeholder={say('editor.embed.placeholder')}
        aria-label={say('editor.embed.address')}
        aria-invalid={refused}
        aria-describedby={problem}
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(false);
        }}
      />
      <Button type="submit">{say('editor.embed.apply')}</Button>
      <p id={problem} className={styles.problem} role="alert">
        {refused && say('editor.embed.refused')}
      </p>
    </form>
  );
}
