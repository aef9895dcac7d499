import { useState, type ReactElement } from 'react';
import { Field, TextArea } from '../../../ui/Field.tsx';

interface WordListFieldProps {
  label: string;
  hint?: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
}

const LONGEST_WORD = 100;

/** The words of a text, one a line, each once. */
function wordsIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, LONGEST_WORD));
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** A list of words, one a line. While it is typed into it stands as typed, empty lines too. */
export function WordListField({ label, hint, words, onChange }: WordListFieldProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <TextArea
          {...control}
          rows={5}
          spellCheck={false}
          value={typed ?? words.join('\n')}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(wordsIn(target.value));
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
