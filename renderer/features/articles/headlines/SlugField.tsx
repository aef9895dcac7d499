import type { ReactElement } from 'react';
import { HEADLINE_LIMITS } from '../../../../shared/domain/headline-limits.ts';
import { makeSlug } from '../../../../shared/domain/slug.ts';
import { useTranslate } from '../../../i18n.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Field, Input } from '../../../ui/Field.tsx';
import { WandSparkles } from '../../../ui/icons/icons.ts';
import type { Draft } from '../drafts/draft-desk.ts';
import { useSelected } from '../../../store.ts';
import { LengthMeter } from './LengthMeter.tsx';
import styles from './headlines.module.css';

export function SlugField({ draft }: { draft: Draft }): ReactElement {
  const translate = useTranslate();
  const slug = useSelected(draft.fields, (fields) => fields.slug);
  const suggestion = useSelected(draft.fields, (fields) => makeSlug(fields.headline));
  return (
    <div className={styles.field}>
      <Field label={translate('details.slug')} hint={translate('details.slug.hint')}>
        {(control) => (
          <div className={styles.slug}>
            <Input
              {...control}
              data-field="slug"
              maxLength={200}
              value={slug}
              placeholder={suggestion}
              spellCheck={false}
              onChange={(event) => draft.setField('slug', event.target.value)}
              onBlur={(event) => draft.setField('slug', makeSlug(event.target.value, 200))}
            />
            <IconButton
              icon={WandSparkles}
              label={translate('details.slug.suggest')}
              disabled={suggestion === '' || suggestion === slug}
              onClick={() => draft.setField('slug', suggestion)}
            />
          </div>
        )}
      </Field>
      <LengthMeter text={slug === '' ? suggestion : slug} limit={HEADLINE_LIMITS.slug} />
    </div>
  );
}
