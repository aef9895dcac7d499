import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { TextDialog } from '../../ui/TextDialog.tsx';
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
  return (
    <TextDialog
      title={translate('impact.dismiss.title')}
      label={translate('impact.dismiss.reason')}
      hint={translate('impact.dismiss.hint')}
      save={translate('impact.dismiss.do')}
      required
      busy={dismiss.isPending}
      onSave={(reason) => dismiss.mutate({ impactId, versionId, reason })}
      onClose={onClose}
    />
  );
}
