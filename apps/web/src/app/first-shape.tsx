/** What stands before the first page's code has arrived: its outline, the one that index.html paints before any code. */
export function FirstShape() {
  return (
    <div className="page" aria-busy="true">
      <div className="shape shape-title" />
      <div className="shape shape-line" />
      <div className="shape shape-block" />
    </div>
  );
}
