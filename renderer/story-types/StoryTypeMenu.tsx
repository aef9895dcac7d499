import type { ReactElement } from 'react';
import { useTranslate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ChevronDown } from '../ui/icons/icons.ts';
import { Menu } from '../ui/Menu.tsx';
import { useStoryTypes } from './use-story-types.ts';
import styles from './StoryTypeMenu.module.css';

interface StoryTypeMenuProps {
  /** The button that begins an article of the house's usual type. */
  children: ReactElement;
  disabled: boolean;
  /** The id of a type, or empty for none. */
  onChoose: (storyType: string) => void;
}

/** A button that begins an article, and beside it the types it can be begun as. */
export function StoryTypeMenu({ children, disabled, onChoose }: StoryTypeMenuProps): ReactElement {
  const translate = useTranslate();
  const { types, usual } = useStoryTypes();
  if (types.length === 0) return children;
  return (
    <span className={styles.pair}>
      {children}
      <Menu
        align="end"
        movesFocus
        label={translate('storyTypes.choose')}
        entries={[{ id: '', name: translate('storyTypes.none') }, ...types].map(({ id, name }) => ({
          label: name,
          checked: id === usual,
          onSelect: () => onChoose(id),
        }))}
        trigger={
          <Button
            look="primary"
            disabled={disabled}
            className={styles.more ?? ''}
            aria-label={translate('storyTypes.choose')}
            title={translate('storyTypes.choose')}
          >
            <ChevronDown size={15} />
          </Button>
        }
      />
    </span>
  );
}
