/** Text that grows line by line: however long it gets, only the line at hand is ever looked at. */
export class TextLines {
  private readonly lines: string[] = []
  private line = ''

  write(text: string): void {
    const [first, ...rest] = text.split('\n')
    this.line += first
    for (const each of rest) {
      this.lines.push(this.line)
      this.line = each
    }
  }

  /** Begins a line unless one has just begun; `blank` leaves an empty one before it. */
  begin(blank: boolean): void {
    if (this.line.trim() !== '') this.lines.push(this.line.trimEnd())
    this.line = ''
    const last = this.lines[this.lines.length - 1]
    if (blank && last !== undefined && last !== '') this.lines.push('')
  }

  isAtStart(): boolean {
    return this.line === ''
  }

  /** True when the line ended with it, which is taken away. */
  takeEnd(ending: string): boolean {
    if (!this.line.endsWith(ending)) return false
    this.line = this.line.slice(0, -ending.length)
    return true
  }

  toString(): string {
    return [...this.lines, this.line]
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }
}
