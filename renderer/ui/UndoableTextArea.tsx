import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type Ref,
  type TextareaHTMLAttributes,
} from 'react';

export interface UndoableTextAreaProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'value' | 'defaultValue'
> {
  value: string;
  ref?: Ref<HTMLTextAreaElement>;
}

/**
 * A textarea that shows `value` whenever that changes, and in which the browser takes back what was typed in one go as one
 * step. React gives a controlled textarea each text anew as its default, and in Chromium a piece of typing ends where the
 * default changes: undo went back letter by letter.
 */
export function UndoableTextArea({ value, ref, ...rest }: UndoableTextAreaProps): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null);
  const [initial] = useState(value);
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement, []);
  // Its own typing comes back as it stands: nothing is put in then, which would end the history of the field.
  useLayoutEffect(() => {
    if (field.current !== null && field.current.value !== value) field.current.value = value;
  }, [value]);
  return <textarea {...rest} ref={field} defaultValue={initial} />;
}
