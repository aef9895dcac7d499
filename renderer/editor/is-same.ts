/** Whether two plain values (JSON) are the same, whatever order their properties stand in. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => isSame(left[name as keyof typeof left], right[name as keyof typeof right]))
  );
}
