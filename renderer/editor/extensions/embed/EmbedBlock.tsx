import type { NodeKey } from 'lexical';
import { useState, type ReactElement } from 'react';
import { EMBED_NAMES, type EmbedProvider } from '../../../../shared/document/embeds.ts';
import type { EmbedNode as SerializedEmbedNode } from '../../../../shared/document/vocabulary.ts';
import {
  AudioLines,
  Camera,
  Clapperboard,
  MapPin,
  MessageSquareQuote,
  Play,
  Users,
  type Icon,
} from '../../../ui/icons/icons.ts';
import type { DetailsOf } from '../cards/card-node.ts';
import { CardFrame } from '../cards/CardFrame.tsx';
import { CardText } from '../cards/CardText.tsx';
import { useCard } from '../cards/use-card.ts';
import { EmbedAddressField } from './EmbedAddressField.tsx';
import styles from './embed.module.css';

const ICONS: Readonly<Record<EmbedProvider, Icon>> = {
  youtube: Play,
  x: MessageSquareQuote,
  instagram: Camera,
  tiktok: Clapperboard,
  facebook: Users,
  spotify: AudioLines,
  map: MapPin,
};

interface EmbedBlockProps {
  nodeKey: NodeKey;
  details: DetailsOf<SerializedEmbedNode>;
}

export function EmbedBlock({ nodeKey, details }: EmbedBlockProps): ReactElement {
  const card = useCard<SerializedEmbedNode>(nodeKey);
  const { say } = card.services;
  const { provider, url, title, caption } = details;
  const [justFound, setJustFound] = useState(false);
  if (url === '') {
    return (
      <CardFrame card={card} label={say('editor.embed')}>
        <EmbedAddressField
          nodeKey={nodeKey}
          say={say}
          onFound={(address) => {
            card.write(address);
            setJustFound(true);
          }}
        />
      </CardFrame>
    );
  }
  const name = provider === 'map' ? say('editor.embed.map') : EMBED_NAMES[provider];
  const Icon = ICONS[provider];
  return (
    <CardFrame card={card} label={say('editor.embed.named', { name })} className={styles.embed}>
      <span className={styles.icon}>
        <Icon size={20} />
      </span>
      <div className={styles.body}>
        <span className={styles.provider}>{name}</span>
        <CardText
          value={title}
          label={say('editor.embed.title')}
          property="title"
          typographic
          className={styles.title}
          takesFocus={justFound}
          onWrite={(value) => card.write({ title: value })}
        />
        <a className={styles.address} href={url} target="_blank" rel="noopener noreferrer">
          {url.replace(/^https?:\/\/(?:www\.)?/, '')}
        </a>
        <CardText
          value={caption}
          label={say('editor.embed.caption')}
          property="caption"
          typographic
          onWrite={(value) => card.write({ caption: value })}
        />
      </div>
    </CardFrame>
  );
}
