/** Groups of eight, so that two people can compare a hash aloud. */
export function Hash({ value }: { value: string }) {
  const groups = value.match(/.{1,8}/g) ?? [];
  return <code className="hash">{groups.join(' ')}</code>;
}
