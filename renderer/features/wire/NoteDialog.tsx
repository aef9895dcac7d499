import type { ReactElement } from 'react';
import { useTranslate } from '../../i18n.ts';
import { TextDialog } from '../../ui/TextDialog.tsx';

interface NoteDialogProps {
  text: string;
  onSave: (text: string) => void;
  onClose: () => void;
}

/** A note of the desk on a story, for whoever looks at it next. */
export function NoteDialog({ text, onSave, onClose }: NoteDialogProps): ReactElement {
  const translate = useTranslate();
  return (
    <TextDialog
      title={translate('wire.mark.note')}
      label={translate('wire.note.label')}
      hint={translate('wire.note.hint')}
      save={translate('wire.note.save')}
      text={text}
      onSave={(typed) => {
        onSave(typed);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
