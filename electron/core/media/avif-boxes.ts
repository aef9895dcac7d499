/** The boxes of an AVIF file (ISO/IEC 14496-12) and what they say of its picture (ISO/IEC 23008-12). Pure. */

export interface Box {
  name: string;
  /** Where it begins, where what it holds begins, and where it ends. */
  at: number;
  data: number;
  end: number;
}

export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const size = bytes.readUInt32BE(at);
    const isLong = size === 1 && at + 16 <= to;
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? to - at : size;
    const data = at + (isLong ? 16 : 8);
    const end = Math.min(at + length, to);
    if (end < data) break;
    boxes.push({ name: bytes.toString('latin1', at + 4, at + 8), at, data, end });
    at = end;
  }
  return boxes;
}

/** Reads numbers one after the other; 0 behind the end. */
export function reader(bytes: Buffer, from: number, to: number) {
  let at = from;
  return {
    isAtEnd: () => at >= to,
    number(size: number): number {
      const begin = at;
      at += size;
      if (at > to) return 0;
      if (size === 8) return Number(bytes.readBigUInt64BE(begin));
      return size === 0 ? 0 : bytes.readUIntBE(begin, size);
    },
  };
}

/** Which of the properties belong to an item, counted from 1. */
function propertiesOf(bytes: Buffer, item: number, associations: readonly Box[]): Set<number> {
  const found = new Set<number>();
  for (const { data, end } of associations) {
    const isWide = ((bytes[data + 3] ?? 0) & 1) === 1;
    const fields = reader(bytes, data + 4, end);
    const count = fields.number(4);
    for (let entry = 0; entry < count && !fields.isAtEnd(); entry += 1) {
      const isOfItem = fields.number(bytes[data] === 0 ? 2 : 4) === item;
      const associated = fields.number(1);
      for (let each = 0; each < associated; each += 1) {
        const index = isWide ? fields.number(2) & 0x7fff : fields.number(1) & 0x7f;
        if (isOfItem) found.add(index);
      }
    }
  }
  return found;
}

/** By quarters anticlockwise, then without a mirror, mirrored up and down, or left and right. */
const ORIENTATIONS = [
  [1, 4, 2],
  [8, 5, 7],
  [3, 2, 4],
  [6, 7, 5],
] as const;

/**
 * The size of the picture that is shown, as it is stored, and which side is up, as EXIF counts; null where it does not say. What
 * camera data says of that does not count here (ISO/IEC 23000-22, 7.3.10.1), and no browser heeds it.
 */
export function avifPicture(bytes: Buffer): { width: number; height: number; orientation: number } | null {
  const find = (boxes: readonly Box[], wanted: string) => boxes.find(({ name }) => name === wanted);
  const meta = find(boxesIn(bytes, 0, bytes.length), 'meta');
  const inside = meta === undefined ? [] : boxesIn(bytes, meta.data + 4, meta.end);
  const [primary, all] = [find(inside, 'pitm'), find(inside, 'iprp')];
  if (primary === undefined || all === undefined) return null;
  const item = reader(bytes, primary.data + 4, primary.end).number(bytes[primary.data] === 0 ? 2 : 4);
  const parts = boxesIn(bytes, all.data, all.end);
  const container = find(parts, 'ipco');
  if (container === undefined) return null;
  const indexes = propertiesOf(
    bytes,
    item,
    parts.filter(({ name }) => name === 'ipma'),
  );
  const properties = boxesIn(bytes, container.data, container.end).filter((_, at) => indexes.has(at + 1));
  const [size, turn, mirror] = ['ispe', 'irot', 'imir'].map((name) => find(properties, name));
  if (size === undefined) return null;
  const sides = reader(bytes, size.data + 4, size.end);
  const byte = (box: Box) => reader(bytes, box.data, box.end).number(1);
  const quarters = ORIENTATIONS[turn === undefined ? 0 : ((byte(turn) & 3) as 0 | 1 | 2 | 3)];
  return {
    width: sides.number(4),
    height: sides.number(4),
    orientation: quarters[mirror === undefined ? 0 : (byte(mirror) & 1) === 0 ? 1 : 2],
  };
}
