import { expect, type Page } from '@playwright/test'

const PASS = String.raw`\begin{aligned} f_t &= {{c1::\sigma(W_f[h_{t-1},x_t] + b_f)}} \\ C_t &= {{c2::f_t * C_{t-1} + i_t * \tilde{C}_t}} \end{aligned}`

/** A deck in both languages with a note of several kinds, one of which lacks a translation. */
export const TWO_LANGUAGES = `---
deck: gates
title: { en: Gates of the LSTM, zh: LSTM 的门 }
---
## forget
tags: ["lstm::gates", recall]
### en
What does the **forget gate** decide?
---
How much of $C_{t-1}$ is kept.
### zh
**遗忘门**决定什么？
---
$C_{t-1}$ 有多少被保留。

## pass
kind: cloze
tags: ["lstm::forward"]
### en
The forward pass

$$
${PASS}
$$
### zh
前向过程

$$
${PASS}
$$

## activation
kind: typed
### en
Which activation?

= tanh

---

Its values lie in $(-1,1)$.
`

export async function importDeck(page: Page, text: string): Promise<string> {
  const answer = await page.request.post('/api/v1/decks', {
    data: { text },
    headers: { 'sec-fetch-site': 'same-origin' },
    timeout: 120_000,
  })
  expect(answer.status(), await answer.text()).toBe(200)
  const { slug } = (await answer.json()) as { slug: string } // the route's own schema
  return slug
}
