/** Icons are glyphs of a font: a drawing of its own for each breaks the page into pieces that every key goes through. */
import type { ReactElement } from 'react';
import './icons.css';

interface IconProps {
  /** Pixels along each side. */
  size: number;
  className?: string | undefined;
}

/** Decoration: nobody is told of it but who sees it. */
export type Icon = (props: IconProps) => ReactElement;

/** The icon that is this glyph of the font. */
export function icon(glyph: string): Icon {
  return function IconOfFont({ size, className }) {
    return <i data-icon={glyph} className={className} style={{ fontSize: size }} aria-hidden />;
  };
}
