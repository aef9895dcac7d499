import type { ReactElement } from 'react';
import { houseSchema, type House } from '../../../shared/contract/settings.ts';
import { useTranslate } from '../../i18n.ts';
import { Field, Input, Select, TextArea } from '../../ui/Field.tsx';
import { HouseExample } from './HouseExample.tsx';
import { Pair, Section } from './Section.tsx';
import { SectionsEditor } from './SectionsEditor.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import type { ProblemField } from './validate-settings.ts';

const ZONES = houseSchema.shape.timeZone.unwrap().options;

/** The house: who it is, how it writes, its sections and its pages. */
export function HousePage(): ReactElement {
  const translate = useTranslate();
  const { settings, problems, change } = useSettingsForm();
  const { house } = settings;

  function set(part: Partial<House>): void {
    change('house', part);
  }

  function setComments(part: Partial<House['comments']>): void {
    change('house', { comments: { ...house.comments, ...part } });
  }

  function told(field: ProblemField): string | null {
    const problem = problems[field];
    return problem === undefined ? null : translate(problem.key, problem.parameters);
  }

  return (
    <>
      <Section title={translate('settings.house.identity')}>
        <Pair>
          <Field
            label={translate('settings.house.name')}
            hint={translate('settings.house.nameHint')}
            error={told('name')}
          >
            {(control) => (
              <Input {...control} value={house.name} onChange={({ target }) => set({ name: target.value })} />
            )}
          </Field>
          <Field
            label={translate('settings.house.outlet')}
            hint={translate('settings.house.outletHint')}
            error={told('outlet')}
          >
            {(control) => (
              <Input
                {...control}
                value={house.outlet}
                spellCheck={false}
                onChange={({ target }) => set({ outlet: target.value })}
              />
            )}
          </Field>
        </Pair>
        <Pair>
          <Field
            label={translate('settings.house.siteUrl')}
            hint={translate('settings.house.siteUrlHint')}
            error={told('siteUrl')}
          >
            {(control) => (
              <Input
                {...control}
                value={house.siteUrl}
                inputMode="url"
                placeholder="https://"
                spellCheck={false}
                onChange={({ target }) => set({ siteUrl: target.value })}
              />
            )}
          </Field>
          <Field label={translate('settings.house.tagline')} hint={translate('settings.house.taglineHint')}>
            {(control) => (
              <Input
                {...control}
                value={house.tagline}
                onChange={({ target }) => set({ tagline: target.value })}
              />
            )}
          </Field>
        </Pair>
        <Pair>
          <Field label={translate('settings.house.timeZone')} hint={translate('settings.house.timeZoneHint')}>
            {(control) => (
              <Select
                {...control}
                value={house.timeZone}
                onChange={({ target }) => {
                  const zone = ZONES.find((one) => one === target.value);
                  if (zone !== undefined) change('house', { timeZone: zone }, 'now');
                }}
              >
                {ZONES.map((zone) => (
                  <option key={zone} value={zone}>
                    {translate(`settings.zone.${zone}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </Pair>
      </Section>

      <Section title={translate('settings.house.style')}>
        <Field
          label={translate('settings.house.datelinePattern')}
          hint={translate('settings.house.datelineHint', {
            cityCapitals: '{CITY}',
            outletCapitals: '{OUTLET}',
            city: '{City}',
            outlet: '{Outlet}',
          })}
          error={told('datelinePattern')}
        >
          {(control) => (
            <Input
              {...control}
              value={house.datelinePattern}
              spellCheck={false}
              onChange={({ target }) => set({ datelinePattern: target.value })}
            />
          )}
        </Field>
        <Field
          label={translate('settings.house.creditPattern')}
          hint={translate('settings.house.creditHint')}
          error={told('creditPattern')}
        >
          {(control) => (
            <Input
              {...control}
              value={house.creditPattern}
              spellCheck={false}
              onChange={({ target }) => set({ creditPattern: target.value })}
            />
          )}
        </Field>
        <HouseExample />
      </Section>

      <Section title={translate('settings.sections.title')} text={translate('settings.sections.text')}>
        <SectionsEditor />
      </Section>

      <Section title={translate('settings.masthead.title')}>
        <Field label={translate('settings.masthead.label')} hint={translate('settings.masthead.hint')}>
          {(control) => (
            <TextArea
              {...control}
              rows={7}
              value={house.mastheadText}
              onChange={({ target }) => set({ mastheadText: target.value })}
            />
          )}
        </Field>
      </Section>

      <Section title={translate('settings.comments.title')}>
        <Field
          label={translate('settings.comments.endpoint')}
          hint={translate('settings.comments.endpointHint')}
          error={told('endpoint')}
        >
          {(control) => (
            <Input
              {...control}
              value={house.comments.endpoint}
              inputMode="url"
              placeholder="https://"
              spellCheck={false}
              onChange={({ target }) => setComments({ endpoint: target.value })}
            />
          )}
        </Field>
        <Pair>
          <Field label={translate('settings.comments.commentRequired')}>
            {(control) => (
              <Input
                {...control}
                value={house.comments.commentRequired}
                onChange={({ target }) => setComments({ commentRequired: target.value })}
              />
            )}
          </Field>
          <Field label={translate('settings.comments.nameRequired')}>
            {(control) => (
              <Input
                {...control}
                value={house.comments.nameRequired}
                onChange={({ target }) => setComments({ nameRequired: target.value })}
              />
            )}
          </Field>
        </Pair>
      </Section>
    </>
  );
}
