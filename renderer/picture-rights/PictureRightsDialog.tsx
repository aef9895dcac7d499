import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { pictureUsesSchema, type PictureRights } from '../../shared/contract/rights.ts';
import { useCore } from '../core-client/core-client.ts';
import { errorMessage } from '../core-client/core-error.ts';
import { useTranslate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { DateTimeField } from '../ui/DateTimeField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, Input, Select, TextArea } from '../ui/Field.tsx';
import { showToast } from '../ui/toast.ts';

/** What the desk says of a picture, in place of what its file says. */
export function PictureRightsDialog({
  rights: { mediaId, fileName, ...known },
  onClose,
}: {
  rights: PictureRights;
  onClose: () => void;
}): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const form = useId();
  const [credit, setCredit] = useState(known.credit);
  const [expires, setExpires] = useState(known.expires === null ? null : Date.parse(known.expires));
  const [uses, setUses] = useState(known.uses);
  const [notice, setNotice] = useState(known.notice);
  const saving = useMutation({
    mutationFn: () =>
      client.rights.setPicture({
        mediaId,
        credit,
        expires: expires === null ? null : new Date(expires).toISOString(),
        uses,
        notice,
      }),
    onSuccess() {
      showToast(translate('picture.rights.saved'));
      onClose();
    },
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  return (
    <Dialog
      open
      title={`${translate('picture.rights.title')}: ${fileName}`}
      onClose={onClose}
      footer={
        <Button look="primary" type="submit" form={form} busy={saving.isPending}>
          {translate('picture.rights.save')}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <Field label={translate('picture.rights.credit')} hint={translate('picture.rights.credit.hint')}>
          {(control) => (
            <Input
              {...control}
              value={credit}
              maxLength={300}
              onChange={(event) => setCredit(event.target.value)}
            />
          )}
        </Field>
        <DateTimeField
          label={translate('picture.rights.ends')}
          hint={translate('picture.rights.ends.hint')}
          value={expires}
          onChange={setExpires}
        />
        <Field label={translate('picture.rights.uses')}>
          {(control) => (
            <Select
              {...control}
              value={uses}
              onChange={(event) => setUses(pictureUsesSchema.parse(event.target.value))}
            >
              {pictureUsesSchema.options.map((option) => (
                <option key={option} value={option}>
                  {translate(`picture.rights.uses.${option}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={translate('picture.rights.notice')}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={notice}
              maxLength={2000}
              onChange={(event) => setNotice(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
