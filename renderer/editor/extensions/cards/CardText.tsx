import { useEffect, useRef, type ReactElement } from 'react';
import { keepFromEditor } from '../../keep-from-editor.ts';
import styles from './cards.module.css';

interface CardTextProps {
  value: string;
  label: string;
  /** The property of its block it shows, where findings lead: `caption`, `pictures.0.alt`. */
  property: string;
  className?: string | undefined;
  onWrite: (value: string) => void;
}

/** A line of text in a card. Uncontrolled, so that the browser's own undo works in it. */
export function CardText({ value, label, property, className, onWrite }: CardTextProps): ReactElement {
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
      data-property={property}
      onChange={(event) => onWrite(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
