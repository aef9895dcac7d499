import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Front, FrontSummary } from '../../../../shared/contract/fronts.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { SelectField, TextField } from '../../../ui/fields.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';

const KINDS = ['section', 'newsletter'] as const;

interface FrontDialogProps {
  /** The front to be renamed; null: a new one. */
  front: FrontSummary | null;
  fronts: readonly FrontSummary[];
  onDone: (front: Front) => void;
  onClose: () => void;
}

/** A new front, of a section or a newsletter, or another name for one. */
export function FrontDialog({ front, fronts, onDone, onClose }: FrontDialogProps): ReactElement {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const house = useQuery(queries.settings.get.queryOptions()).data?.house;
  const free = (house?.sections ?? []).filter(
    ({ slug }) => !fronts.some((each) => each.kind === 'section' && each.section === slug),
  );
  const [chosenKind, setKind] = useState<(typeof KINDS)[number]>('section');
  const [chosenSection, setSection] = useState('');
  const [name, setName] = useState(front?.name ?? '');
  const kind = free.length === 0 ? 'newsletter' : chosenKind;
  const section = free.find(({ slug }) => slug === chosenSection) ?? free[0];
  const ownName = kind === 'section' && front === null ? (section?.name ?? '') : '';
  const wanted = name.trim() || ownName;

  const save = useMutation({
    mutationFn: () =>
      front === null
        ? client.fronts.create({
            kind,
            section: kind === 'section' ? (section?.slug ?? '') : '',
            name: wanted,
          })
        : client.fronts.rename({ frontId: front.frontId, name: wanted }),
    onSuccess: onDone,
  });
  const failure = save.error === null ? null : errorMessage(save.error);

  return (
    <FormDialog
      size="small"
      title={translate(front === null ? 'fronts.front.new' : 'fronts.front.rename')}
      submit={translate(front === null ? 'fronts.front.create' : 'fronts.slot.save')}
      complete={wanted !== ''}
      busy={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {front === null && (
        <SelectField
          label={translate('fronts.front.kind')}
          hint={translate(free.length === 0 ? 'fronts.front.noSection' : `fronts.front.kind.${kind}.hint`)}
          value={kind}
          choices={KINDS.filter((each) => free.length > 0 || each !== 'section').map((value) => ({
            value,
            label: translate(`fronts.front.kind.${value}`),
          }))}
          onChange={setKind}
        />
      )}
      {front === null && kind === 'section' && (
        <SelectField
          label={translate('fronts.front.section')}
          value={section?.slug ?? ''}
          choices={free.map(({ slug, name: title }) => ({ value: slug, label: title }))}
          onChange={setSection}
        />
      )}
      <TextField
        label={translate('fronts.front.name')}
        error={failure === null ? null : translate(failure.key, failure.parameters)}
        value={name}
        maxLength={200}
        placeholder={ownName}
        onChange={setName}
      />
    </FormDialog>
  );
}
