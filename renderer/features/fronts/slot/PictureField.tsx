import { useRef, useState, type ReactElement } from 'react';
import type { SlotFields } from '../../../../shared/contract/front-content.ts';
import type { FrontStory } from '../../../../shared/contract/fronts.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field, Input, Select } from '../../../ui/Field.tsx';
import { ImagePlus } from '../../../ui/icons/icons.ts';
import { StoryPicture } from '../StoryPicture.tsx';
import styles from './slot.module.css';

type Picture = SlotFields['picture'];

interface PictureFieldProps {
  picture: Picture;
  /** The story's own; null where it has none. */
  own: FrontStory['picture'];
  hasStory: boolean;
  onChange: (picture: Picture) => void;
}

/** Which picture a slot shows: the story's, another one from a file, or none. */
export function PictureField({ picture, own, hasStory, onChange }: PictureFieldProps): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const file = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const mediaId = {
    own: own?.mediaId ?? null,
    none: null,
    media: picture.kind === 'media' ? picture.mediaId : null,
  }[picture.kind];

  async function take(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    setBusy(true);
    setError(null);
    try {
      const added = await client.media.add({ file: chosen, name: chosen.name });
      onChange({ kind: 'media', mediaId: added.mediaId, alt: added.caption.slice(0, 1000) });
    } catch (failed) {
      const { key, parameters } = errorMessage(failed);
      setError(translate(key, parameters));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles.picture}>
      <StoryPicture mediaId={mediaId} size="large" />
      <div className={styles.pictureFields}>
        <Field label={translate('fronts.slot.picture')} error={error}>
          {(control) => (
            <span className={styles.pictureChoice}>
              <Select
                {...control}
                value={picture.kind}
                onChange={({ target: { value } }) => {
                  if (value === 'media') file.current?.click();
                  else onChange({ kind: value === 'none' ? 'none' : 'own' });
                }}
              >
                <option value="own">
                  {translate(hasStory ? 'fronts.slot.picture.own' : 'fronts.slot.picture.ownLink')}
                </option>
                <option value="none">{translate('fronts.slot.picture.none')}</option>
                <option value="media">{translate('fronts.slot.picture.media')}</option>
              </Select>
              <Button icon={ImagePlus} busy={busy} onClick={() => file.current?.click()}>
                {translate('fronts.slot.picture.choose')}
              </Button>
              <input
                ref={file}
                type="file"
                hidden
                accept="image/jpeg,image/png,image/gif,image/webp,image/avif"
                onChange={(event) => {
                  void take(event.target.files?.[0]);
                  event.target.value = '';
                }}
              />
            </span>
          )}
        </Field>
        {picture.kind === 'media' && (
          <Field label={translate('fronts.slot.picture.alt')}>
            {(control) => (
              <Input
                {...control}
                value={picture.alt}
                maxLength={1000}
                onChange={(event) => onChange({ ...picture, alt: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
    </div>
  );
}
