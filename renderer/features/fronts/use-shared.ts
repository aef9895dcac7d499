import { replaceEqualDeep } from '@tanstack/react-query';
import { useState } from 'react';

/** The value, each part of it that is as it was before with its earlier identity: what shows that does not render. */
export function useShared<Value>(value: Value): Value {
  const [share] = useState(() => createSharing<Value>());
  return share(value);
}

function createSharing<Value>(): (next: Value) => Value {
  let last: Value | undefined;
  return (next) => {
    last = last === undefined ? next : replaceEqualDeep(last, next);
    return last;
  };
}
