import { useExtensionDependency } from '@lexical/react/useExtensionComponent';
import { useEffect, useRef, type ReactElement } from 'react';
import { setTypographicMarks } from '../../../typographic-typing.ts';
import { UndoableTextArea } from '../../../ui/UndoableTextArea.tsx';
import { keepFromEditor } from '../../keep-from-editor.ts';
import { ServicesExtension } from '../services/services-extension.ts';
import styles from './cards.module.css';

interface CardTextProps {
  value: string;
  label: string;
  /** The property of its block it shows, where findings lead: `caption`, `pictures.0.alt`. */
  property: string;
  className?: string | undefined;
  /** Running words for readers, set as the copy is while one types; not names of agencies, nor what is only read out. */
  typographic?: boolean;
  /** It takes the focus as it appears: what was asked for before it has been answered. */
  takesFocus?: boolean;
  onWrite: (value: string) => void;
}

/** A line of text in a card. */
export function CardText({
  value,
  label,
  property,
  className,
  typographic = false,
  takesFocus = false,
  onWrite,
}: CardTextProps): ReactElement {
  const services = useExtensionDependency(ServicesExtension).output;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => (field.current === null ? undefined : keepFromEditor(field.current)), []);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <UndoableTextArea
      ref={field}
      className={`${styles.text} ${className ?? ''}`}
      value={value}
      rows={1}
      placeholder={label}
      aria-label={label}
      data-property={property}
      onChange={(event) => {
        if (typographic) setTypographicMarks(event.nativeEvent, services.language());
        onWrite(event.target.value.replaceAll(/\s*\n\s*/g, ' '));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
