import { useEffect, useRef, type ReactElement } from 'react';
import { keepFromEditor } from '../../keep-from-editor.ts';
import styles from './cards.module.css';

interface CardTextProps {
  value: string;
  label: string;
  className?: string | undefined;
  onWrite: (value: string) => void;
}

/** A line of text in a card. Uncontrolled, so that the browser's own undo works in it. */
export function CardText({ value, label, className, onWrite }: CardTextProps): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => (field.current === null ? undefined : keepFromEditor(field.current)), []);
  useEffect(() => {
    if (field.current !== null && field.current.value !== value) field.current.value = value;
  }, [value]);
  return (
    <textarea
      ref={field}
      className={`${styles.text} ${className ?? ''}`}
      defaultValue={value}
      rows={1}
      placeholder={label}
      aria-label={label}
      onChange={(event) => onWrite(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
