import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast.ts';

interface DismissDialogProps {
  impactId: number;
  /** The version that was seen. */
  versionId: number;
  onError: (error: unknown) => void;
  onClose: () => void;
}

/** Why the article stays as it is. What was noted can be taken back. */
export function DismissDialog({ impactId, versionId, onError, onClose }: DismissDialogProps): ReactElement {
  const translate = useTranslate();
  const { queries, client } = useCore();
  const formId = useId();
  const [reason, setReason] = useState('');
  const dismiss = useMutation(
    queries.impact.dismiss.mutationOptions({
      onSuccess() {
        showToast(translate('impact.dismissed'), {
          action: {
            label: translate('ui.undo'),
            run: () => void client.impact.reopen({ impactId }).catch(onError),
          },
        });
        onClose();
      },
      onError,
    }),
  );
  const written = reason.trim();
  return (
    <Dialog
      open
      title={translate('impact.dismiss.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{translate('ui.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={formId}
            busy={dismiss.isPending}
            disabled={written === ''}
          >
            {translate('impact.dismiss.do')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          if (written !== '') dismiss.mutate({ impactId, versionId, reason: written });
        }}
      >
        <Field label={translate('impact.dismiss.reason')} hint={translate('impact.dismiss.hint')}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
