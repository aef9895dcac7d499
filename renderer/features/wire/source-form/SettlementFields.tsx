import type { ReactElement } from 'react';
import type { SourceConfiguration, WireUse } from '../../../../shared/contract/wire-sources.ts';
import { UNARCHIVED_DAYS } from '../../../../shared/domain/story-keeping.ts';
import { useTranslate, type Translate } from '../../../i18n.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Field, Input, TextArea } from '../../../ui/Field.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import styles from '../SourceDialog.module.css';
import { ChoiceField, TextField } from './fields.tsx';
import type { Change } from './source-draft.ts';

interface FieldsProps {
  configuration: SourceConfiguration;
  onChange: Change;
}

const ZONES = [
  [420, 'WIB (UTC+7)'],
  [480, 'WITA (UTC+8)'],
  [540, 'WIT (UTC+9)'],
  [0, 'UTC'],
] as const;
const INTERVAL_MINUTES = [1, 2, 5, 10, 15, 30, 60, 180, 720];
const SILENT_MINUTES = [30, 60, 120, 240, 480, 720, 1440, 4320];
const STORY_DAYS = [7, 30, 90, 180, 365, 730];
const PAYLOAD_DAYS = [1, 3, 7, 14, 30, 90, 365];

function duration(minutes: number, translate: Translate): string {
  return minutes < 60
    ? translate('sources.interval.minutes', { count: minutes })
    : translate('sources.interval.hours', { count: minutes / 60 });
}

/** How the copy of a source is read and credited. */
export function CopyFields({ configuration, onChange }: FieldsProps): ReactElement {
  const translate = useTranslate();
  return (
    <>
      <TextField
        label={translate('sources.field.creditText')}
        hint={translate('sources.field.creditTextHint')}
        value={configuration.creditText}
        onChange={(creditText) => onChange({ creditText })}
      />
      <div className={styles.pair}>
        <ChoiceField
          label={translate('sources.field.language')}
          value={configuration.language}
          choices={[
            ['id', translate('sources.language.id')],
            ['en', translate('sources.language.en')],
          ]}
          onChange={(language) => onChange({ language })}
        />
        <ChoiceField
          label={translate('sources.field.offset')}
          value={configuration.defaultOffsetMinutes}
          choices={ZONES}
          onChange={(defaultOffsetMinutes) => onChange({ defaultOffsetMinutes })}
        />
        <ChoiceField
          label={translate('sources.field.copy')}
          hint={translate('sources.field.copyHint')}
          value={configuration.copy}
          choices={(['as-it-looks', 'whole', 'summary'] as const).map((choice) => [
            choice,
            translate(`sources.copy.${choice}`),
          ])}
          onChange={(copy) => onChange({ copy })}
        />
        <ChoiceField
          label={translate('sources.field.urgency')}
          value={configuration.defaultUrgency ?? 0}
          choices={[
            [0, translate('sources.urgency.none')],
            ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((urgency) => [urgency, String(urgency)] as const),
          ]}
          onChange={(urgency) => onChange({ defaultUrgency: urgency === 0 ? null : urgency })}
        />
      </div>
    </>
  );
}

const USES = [
  { use: 'publish', name: 'publish', hint: 'sources.field.publishHint' },
  { use: 'archive', name: 'archive', hint: 'sources.field.archiveHint' },
  { use: 'artificialIntelligence', name: 'ai', hint: 'sources.field.aiHint' },
] as const satisfies readonly { use: WireUse; name: string; hint: string }[];

/** What the house may do with the copy, by what it agreed on with the source. */
export function RightsFields({ configuration, onChange }: FieldsProps): ReactElement {
  const translate = useTranslate();
  const { allowedUses } = configuration;
  return (
    <>
      {USES.map(({ use, name, hint }) => (
        <ChoiceField
          key={use}
          label={translate(`sources.field.${name}`)}
          hint={translate(hint, { days: UNARCHIVED_DAYS })}
          value={allowedUses[use] === null ? 'unset' : allowedUses[use] ? 'yes' : 'no'}
          choices={[
            ['unset', translate('sources.field.publish.unset')],
            ['yes', translate(`sources.field.${name}.yes`)],
            ['no', translate(`sources.field.${name}.no`)],
          ]}
          onChange={(choice) =>
            onChange({ allowedUses: { ...allowedUses, [use]: choice === 'unset' ? null : choice === 'yes' } })
          }
        />
      ))}
      <Field label={translate('sources.field.rightsText')} hint={translate('sources.field.rightsTextHint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={configuration.rightsText}
            onChange={(event) => onChange({ rightsText: event.target.value })}
          />
        )}
      </Field>
      <DateTimeField
        label={translate('sources.field.licenceEnds')}
        hint={translate('sources.field.licenceEndsHint')}
        value={configuration.licenceEnds === null ? null : Date.parse(configuration.licenceEnds)}
        onChange={(end) => onChange({ licenceEnds: end === null ? null : new Date(end).toISOString() })}
      />
      <Field label={translate('sources.field.share')} hint={translate('sources.field.shareHint')}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={100}
            value={configuration.shareOfCopyPercent ?? ''}
            onChange={({ target: { value } }) => {
              const percent = Math.round(Number(value));
              onChange({ shareOfCopyPercent: percent >= 1 && percent <= 100 ? percent : null });
            }}
          />
        )}
      </Field>
    </>
  );
}

/** When a source is looked at, and when its silence is worth a word. */
export function ScheduleFields({ configuration, onChange }: FieldsProps): ReactElement {
  const translate = useTranslate();
  const { hours, kind } = configuration;
  return (
    <>
      <div className={styles.pair}>
        {kind !== 'folder' && (
          <ChoiceField
            label={translate('sources.field.interval')}
            value={configuration.intervalSeconds / 60}
            choices={INTERVAL_MINUTES.map((minutes) => [minutes, duration(minutes, translate)])}
            onChange={(minutes) => onChange({ intervalSeconds: minutes * 60 })}
          />
        )}
        <ChoiceField
          label={translate('sources.field.silent')}
          hint={translate('sources.field.silentHint')}
          value={configuration.silentAfterMinutes}
          choices={[
            [0, translate('sources.silent.never')],
            ...SILENT_MINUTES.map(
              (minutes) =>
                [minutes, translate('sources.silent.after', { time: duration(minutes, translate) })] as const,
            ),
          ]}
          onChange={(silentAfterMinutes) => onChange({ silentAfterMinutes })}
        />
      </div>
      <ChoiceField
        label={translate('sources.field.hours')}
        value={hours === null ? 'always' : 'between'}
        choices={[
          ['always', translate('sources.hours.always')],
          ['between', translate('sources.hours.between')],
        ]}
        onChange={(choice) =>
          onChange({ hours: choice === 'always' ? null : { from: '05:00', until: '23:00' } })
        }
      />
      {hours !== null && (
        <div className={styles.pair}>
          {(['from', 'until'] as const).map((end) => (
            <TimeField
              key={end}
              label={translate(`sources.hours.${end}`)}
              value={hours[end]}
              onChange={(time) => onChange({ hours: { ...hours, [end]: time } })}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** How long stories and deliveries of a source are kept. */
export function KeepingFields({ configuration, onChange }: FieldsProps): ReactElement {
  const translate = useTranslate();
  const days = (count: number) => [count, translate('sources.keep.days', { count })] as const;
  return (
    <>
      <ChoiceField
        label={translate('sources.field.keepStories')}
        hint={translate('sources.field.keepStoriesHint')}
        value={configuration.keepStoriesDays ?? 0}
        choices={[[0, translate('sources.keep.forever')], ...STORY_DAYS.map(days)]}
        onChange={(count) => onChange({ keepStoriesDays: count === 0 ? null : count })}
      />
      <ChoiceField
        label={translate('sources.field.keepPayload')}
        hint={translate('sources.field.keepPayloadHint')}
        value={configuration.keepPayloadDays}
        choices={[[0, translate('sources.keep.none')], ...PAYLOAD_DAYS.map(days)]}
        onChange={(keepPayloadDays) => onChange({ keepPayloadDays })}
      />
    </>
  );
}
