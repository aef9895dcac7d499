import { useState, type FormEvent, type ReactElement } from 'react';
import type { House } from '../../../shared/contract/settings.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/Field.tsx';
import { Plus } from '../../ui/icons/icons.ts';
import { addSection } from './add-section.ts';
import { moveItem, OrderedList } from './OrderedList.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import { findSectionProblems } from './validate-settings.ts';
import styles from './SectionsEditor.module.css';

/** The sections of the site: named, added, moved and removed. */
export function SectionsEditor(): ReactElement {
  const translate = useTranslate();
  const { settings, change } = useSettingsForm();
  const { sections } = settings.house;
  const problems = findSectionProblems(sections);
  const [typed, setTyped] = useState('');

  function set(next: House['sections'], when: 'soon' | 'now' = 'now'): void {
    change('house', { sections: next }, when);
  }

  function add(event: FormEvent): void {
    event.preventDefault();
    if (typed.trim() === '') return;
    set(addSection(sections, typed));
    setTyped('');
  }

  return (
    <div className={styles.editor}>
      {sections.length === 0 && <p className={styles.empty}>{translate('settings.sections.empty')}</p>}
      <OrderedList
        label={translate('settings.sections.title')}
        items={sections.map(({ slug, name }, index) => {
          const problem = problems[index] ?? null;
          return {
            id: slug,
            name: name.trim() === '' ? slug : name,
            content: (
              <div className={styles.section}>
                <Input
                  className={styles.name}
                  value={name}
                  aria-label={translate('settings.sections.name', { number: index + 1 })}
                  aria-invalid={problem !== null}
                  aria-describedby={`section-${slug}`}
                  onChange={({ target }) =>
                    set(
                      sections.map((one) => (one.slug === slug ? { ...one, name: target.value } : one)),
                      'soon',
                    )
                  }
                />
                <span id={`section-${slug}`} className={problem === null ? styles.slug : styles.problem}>
                  {problem === null ? `/${slug}/` : translate(problem.key, problem.parameters)}
                </span>
              </div>
            ),
          };
        })}
        onMove={(from, to) => set(moveItem(sections, from, to))}
        onRemove={(index) => set(sections.filter((_, position) => position !== index))}
      />
      <form className={styles.add} onSubmit={add}>
        <Input
          value={typed}
          placeholder={translate('settings.sections.addLabel')}
          aria-label={translate('settings.sections.addLabel')}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" icon={Plus} disabled={typed.trim() === ''}>
          {translate('settings.sections.add')}
        </Button>
      </form>
      {sections.length > 1 && <p className={styles.keys}>{translate('settings.order.keys')}</p>}
    </div>
  );
}
