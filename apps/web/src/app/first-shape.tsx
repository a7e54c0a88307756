/** What stands before the first page's code has arrived: its outline, so that nothing jumps. */
export function FirstShape() {
  return (
    <div className="first-shape" aria-busy="true">
      <div className="shape shape-title" />
      <div className="shape shape-line" />
      <div className="shape shape-block" />
    </div>
  );
}
