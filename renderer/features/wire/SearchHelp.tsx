import type { ReactElement } from 'react';
import { useLocale, useTranslate } from '../../i18n.ts';
import { IconButton } from '../../ui/Button.tsx';
import { CircleHelp } from '../../ui/icons/icons.ts';
import { Popover } from '../../ui/Popover.tsx';
import styles from './SearchHelp.module.css';

const CONDITIONS = {
  id: {
    source: 'sumber:antara',
    urgency: 'urgensi:1-3',
    time: 'sejak:kemarin sampai:27/4',
    is: 'adalah:belum-dibaca',
    fields: 'judul:gempa -bahasa:en jam:22-05',
  },
  en: {
    source: 'source:antara',
    urgency: 'urgency:1-3',
    time: 'since:yesterday until:27/4',
    is: 'is:unread',
    fields: 'headline:quake -language:en hours:22-05',
  },
} as const;

/** What can be typed into the search field. */
export function SearchHelp(): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const conditions = CONDITIONS[language];
  return (
    <Popover
      align="end"
      label={translate('wire.search.help')}
      trigger={<IconButton icon={CircleHelp} size="small" label={translate('wire.search.help')} />}
    >
      <dl className={styles.list}>
        <dt>{language === 'id' ? '"kerja sama" -olahraga' : '"rice prices" -sports'}</dt>
        <dd>{translate('wire.search.help.words')}</dd>
        {(['source', 'urgency', 'time', 'is'] as const).map((name) => (
          <div key={name}>
            <dt>{conditions[name]}</dt>
            <dd>{translate(`wire.search.help.${name}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{conditions.fields}</dt>
          <dd>{translate('condition.help')}</dd>
        </div>
      </dl>
    </Popover>
  );
}
