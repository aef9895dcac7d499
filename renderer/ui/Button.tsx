import type { ButtonHTMLAttributes, MouseEvent, ReactElement, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import type { Icon } from './icons/icons.ts';
import { Kbd } from './Kbd.tsx';
import { Tooltip } from './Tooltip.tsx';
import styles from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here; `plain`: an action beside it; `ghost`: quiet, without a border. */
  look?: 'primary' | 'plain' | 'ghost' | 'danger';
  size?: 'small' | 'medium';
  icon?: Icon;
  /** Keys that do the same, as `keyCaps` gives them. */
  caps?: readonly string[];
  /** It does not take another press, and keeps the focus: a disabled button would drop it. */
  busy?: boolean;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A form is not sent by it either. */
function refuse(event: MouseEvent): void {
  event.preventDefault();
}

export function Button({
  look = 'plain',
  size = 'medium',
  icon: Icon,
  caps,
  busy = false,
  className,
  children,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      {...(busy && { 'aria-busy': true, 'aria-disabled': true, onClick: refuse })}
      className={classes(styles.button, styles[look], styles[size], className)}
    >
      {Icon !== undefined && <Icon size={size === 'small' ? 14 : 16} />}
      {children}
      {caps !== undefined && <Kbd caps={caps} tone={look === 'primary' ? 'inverse' : 'plain'} />}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: Icon;
  /** What it does: the accessible name and the tooltip. */
  label: string;
  caps?: readonly string[];
  size?: 'small' | 'medium';
  pressed?: boolean;
  tone?: 'plain' | 'danger';
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  icon: Icon,
  label,
  caps,
  size = 'medium',
  pressed,
  tone = 'plain',
  className,
  ...rest
}: IconButtonProps): ReactElement {
  return (
    <Tooltip label={label} {...(caps === undefined ? {} : { caps })}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={classes(styles.icon, styles[size], tone === 'danger' && styles.dangerIcon, className)}
      >
        <Icon size={size === 'small' ? 15 : 17} />
      </button>
    </Tooltip>
  );
}
