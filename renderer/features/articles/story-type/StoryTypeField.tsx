import type { ReactElement } from 'react';
import type { RequiredPart } from '../../../../shared/contract/story-types.ts';
import { useTranslate } from '../../../i18n.ts';
import { useStoryTypes } from '../../../story-types/use-story-types.ts';
import { Field, Select } from '../../../ui/Field.tsx';
import { useSelected } from '../../../store.ts';
import { Circle } from '../../../ui/icons/icons.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import styles from './StoryTypeField.module.css';

interface StoryTypeFieldProps {
  draft: Draft;
  missing: readonly RequiredPart[];
  /** Goes to where a part is filled in. */
  onGoTo: (part: RequiredPart) => void;
}

/** What kind of story it is, and what of it is still open. */
export function StoryTypeField({ draft, missing, onGoTo }: StoryTypeFieldProps): ReactElement {
  const translate = useTranslate();
  const { types } = useStoryTypes();
  const chosen = useSelected(draft.fields, ({ storyType }) => storyType);
  const known = types.some(({ id }) => id === chosen);
  return (
    <div className={styles.type}>
      <Field
        label={translate('storyTypes.label')}
        hint={!known && chosen !== '' ? translate('storyTypes.gone') : undefined}
      >
        {(control) => (
          <Select
            {...control}
            value={chosen}
            onChange={({ target }) => draft.setField('storyType', target.value)}
          >
            <option value="">{translate('storyTypes.none')}</option>
            {!known && chosen !== '' && <option value={chosen}>{chosen}</option>}
            {types.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {missing.length > 0 && (
        <section className={styles.open} aria-label={translate('storyTypes.open')}>
          <h3>{translate('storyTypes.open')}</h3>
          <ul role="list">
            {missing.map((part) => (
              <li key={part}>
                <button type="button" onClick={() => onGoTo(part)}>
                  <Circle size={11} />
                  {translate(`storyTypes.part.${part}`)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
