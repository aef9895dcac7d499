import type { ReactElement } from 'react';
import type { ArticleState } from '../../../shared/contract/articles.ts';
import { useTranslate } from '../../i18n.ts';
import { classes } from '../../ui/classes.ts';
import { CircleCheck, CircleDot, CircleDotDashed, Globe, type Icon } from '../../ui/icons/icons.ts';
import styles from './state.module.css';

const ICONS: Record<ArticleState, Icon> = {
  draft: CircleDotDashed,
  submitted: CircleDot,
  ready: CircleCheck,
  published: Globe,
};

/** The state of an article by shape, colour and word. */
export function StateMark({ state, bold = false }: { state: ArticleState; bold?: boolean }): ReactElement {
  const translate = useTranslate();
  const Icon = ICONS[state];
  return (
    <span className={classes(styles.state, styles[state], bold && styles.bold)}>
      <Icon size={14} />
      {translate(`articles.state.${state}`)}
    </span>
  );
}
