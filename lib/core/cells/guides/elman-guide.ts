import { say, type GuideStep } from '../guide'

export const elmanGuide: GuideStep[] = [
  say(
    'a',
    (n) =>
      `A step sees two things: the input, ${n.input} in its first place, and the hidden state that the last step left, ${n.previous('h')} in the first unit.`,
    (n) =>
      `每一步看到两样东西：输入（第一个分量是 ${n.input}），和上一步留下的隐状态（第一个单元是 ${n.previous('h')}）。`,
  ),
  say(
    'a',
    () =>
      'Laid end to end, h first, they are the concatenation [h, x]. One row of W has one weight for each of these numbers: unfold the products and count them.',
    () => '把它们首尾相接，h 在前，就是拼接 [h, x]。W 的一行对其中每个数各有一个权重：展开乘积，数一数。',
  ),
  say(
    'a',
    (n) =>
      `The products and the bias add up to a = ${n.value('a')}. This may be any number: nothing holds it yet.`,
    (n) => `各乘积加上偏置得到 a = ${n.value('a')}。它可以是任何数，还没有受到约束。`,
  ),
  say(
    'h',
    (n) =>
      `The activation turns ${n.value('a')} into h = ${n.value('h')}. With tanh it lies between −1 and 1; far from zero it saturates, and small changes are lost.`,
    (n) =>
      `激活函数把 ${n.value('a')} 变成 h = ${n.value('h')}。用 tanh 时它在 −1 与 1 之间；离零很远就会饱和，细小的变化看不出来。`,
  ),
  say(
    'h',
    (n) =>
      `h is the output of this step and the memory for the next one: ${n.value('h')} comes back as h before the next input. Step on and look.`,
    (n) =>
      `h 既是这一步的输出，也是留给下一步的记忆：${n.value('h')} 会与下一个输入一起再进来。前进一步看看。`,
  ),
  say(
    'h',
    () =>
      'Every step uses the same W and b. So looking back over many steps multiplies by the same numbers again and again: the gradient shrinks or grows like a power.',
    () => '每一步用的都是同一组 W 和 b。往回看很多步，就是反复乘以同样的数：梯度像幂一样缩小或放大。',
  ),
]
