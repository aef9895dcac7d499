import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Field, Input } from '../../../ui/Field.tsx';
import { TriangleAlert } from '../../../ui/icons/icons.ts';
import { LoadingPane } from '../../../ui/Loading.tsx';
import { HouseExample } from '../HouseExample.tsx';
import { Pair } from '../Section.tsx';
import { SettingsFormContext, useSettingsForm, useSettingsFormState } from '../use-settings-form.ts';
import type { ProblemField } from '../validate-settings.ts';
import { BeginChoice } from './BeginChoice.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { PatternChoice } from './PatternChoice.tsx';
import { CREDIT_PATTERNS, DATELINE_PATTERNS, showCredit, showDateline } from './usual-patterns.ts';
import { useBegin } from './use-begin.ts';
import { useFirstPerson } from './use-first-person.ts';
import styles from './first-run.module.css';

/** The first thing a new house sees: who it is, how it writes, who sits here, and what to begin with. */
export function FirstRunScreen(): ReactElement {
  const translate = useTranslate();
  const { form, failed, refetch } = useSettingsFormState();
  if (form === null) {
    if (!failed) return <LoadingPane />;
    return (
      <EmptyState
        icon={TriangleAlert}
        tone="problem"
        title={translate('settings.failed')}
        actions={<Button onClick={refetch}>{translate('ui.retry')}</Button>}
      />
    );
  }
  return (
    <SettingsFormContext value={form}>
      <main className={styles.screen}>
        <div className={styles.measure}>
          <Introduction />
        </div>
      </main>
    </SettingsFormContext>
  );
}

function Introduction(): ReactElement {
  const translate = useTranslate();
  const { settings, problems, change } = useSettingsForm();
  const { house } = settings;
  const person = useFirstPerson();
  const begin = useBegin(person.save);
  const name = useRef<HTMLInputElement>(null);
  const [outletTyped, setOutletTyped] = useState(false);

  useEffect(() => name.current?.select(), []);

  function told(field: ProblemField): string | null {
    const problem = problems[field];
    return problem === undefined ? null : translate(problem.key, problem.parameters);
  }

  /** Until it is typed itself, the name in datelines follows the name of the house. */
  function changeName(next: string): void {
    change('house', outletTyped ? { name: next } : { name: next, outlet: next.trim().toUpperCase() });
  }

  return (
    <div className={styles.form}>
      <header className={styles.top}>
        <span className={styles.logo} aria-hidden>
          R
        </span>
        <LanguageSwitch />
        <Button look="ghost" size="small" onClick={() => void begin.empty()}>
          {translate('firstRun.skip')}
        </Button>
      </header>
      <div className={styles.intro}>
        <h1>{translate('firstRun.title')}</h1>
        <p>{translate('firstRun.text')}</p>
      </div>
      <div className={styles.columns}>
        <div className={styles.fields}>
          <fieldset>
            <legend>{translate('firstRun.house')}</legend>
            <Pair>
              <Field label={translate('settings.house.name')} error={told('name')}>
                {(control) => (
                  <Input
                    {...control}
                    ref={name}
                    value={house.name}
                    autoComplete="organization"
                    onChange={({ target }) => changeName(target.value)}
                  />
                )}
              </Field>
              <Field label={translate('settings.house.outlet')} error={told('outlet')}>
                {(control) => (
                  <Input
                    {...control}
                    value={house.outlet}
                    spellCheck={false}
                    onChange={({ target }) => {
                      setOutletTyped(true);
                      change('house', { outlet: target.value });
                    }}
                  />
                )}
              </Field>
            </Pair>
          </fieldset>
          <PatternChoice
            legend={translate('firstRun.dateline')}
            usual={DATELINE_PATTERNS}
            value={house.datelinePattern}
            show={(pattern) => showDateline(pattern, house.outlet, translate('settings.house.exampleCity'))}
            fieldLabel={translate('settings.house.datelinePattern')}
            hint={translate('settings.house.datelineHint', {
              cityCapitals: '{CITY}',
              outletCapitals: '{OUTLET}',
              city: '{City}',
              outlet: '{Outlet}',
            })}
            error={told('datelinePattern')}
            onChange={(datelinePattern) => change('house', { datelinePattern })}
          />
          <PatternChoice
            legend={translate('firstRun.credit')}
            usual={CREDIT_PATTERNS}
            value={house.creditPattern}
            show={(pattern) => showCredit(pattern, person.code)}
            fieldLabel={translate('settings.house.creditPattern')}
            hint={translate('settings.house.creditHint')}
            error={told('creditPattern')}
            onChange={(creditPattern) => change('house', { creditPattern })}
          />
          <fieldset>
            <legend>{translate('firstRun.person')}</legend>
            <Pair>
              <Field label={translate('people.form.name')} error={person.problems.name ?? null}>
                {(control) => (
                  <Input
                    {...control}
                    value={person.name}
                    maxLength={200}
                    autoComplete="name"
                    spellCheck={false}
                    onChange={({ target }) => person.type({ name: target.value })}
                    onBlur={person.left}
                  />
                )}
              </Field>
              <Field label={translate('people.form.code')} error={person.problems.code ?? null}>
                {(control) => (
                  <Input
                    {...control}
                    value={person.code}
                    maxLength={20}
                    placeholder="SU02"
                    autoComplete="off"
                    spellCheck={false}
                    onChange={({ target }) => person.type({ code: target.value })}
                    onBlur={person.left}
                  />
                )}
              </Field>
            </Pair>
          </fieldset>
        </div>
        <div className={styles.side}>
          <HouseExample code={person.code} />
          <BeginChoice begin={begin} />
        </div>
      </div>
    </div>
  );
}
