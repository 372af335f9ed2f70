import { say, type GuideStep } from '../guide'

/** As the notes write it y is the weighted sum itself; Jordan's own network has an output layer after h. */
export function jordanGuide(hasOutputLayer: boolean): GuideStep[] {
  const sum = hasOutputLayer ? 'a' : 'y'
  return [
    say(
      sum,
      (n) =>
        `A Jordan network feeds back its output y and not its hidden state. The last step’s y was ${n.previous('y')} in the first place; the input is ${n.input}.`,
      (n) =>
        `Jordan 网络反馈的是输出 y，而不是隐状态。上一步的 y（第一个分量）是 ${n.previous('y')}，输入是 ${n.input}。`,
    ),
    say(
      sum,
      () =>
        'Laid end to end they are [y, x]: what stands first is the only difference from Elman’s network so far. Unfold the products to see each weight at work.',
      () =>
        '首尾相接得到 [y, x]：到这里，与 Elman 网络的区别只在前一半是什么。展开乘积，看每个权重如何起作用。',
    ),
    say(
      sum,
      (n) => `The products and the bias add up to ${n.value(sum)}.`,
      (n) => `各乘积加上偏置，得到 ${n.value(sum)}。`,
    ),
    say(
      'h',
      (n) => `tanh of it is the hidden state, ${n.value('h')}.`,
      (n) => `取 tanh 就是隐状态 ${n.value('h')}。`,
    ),
    hasOutputLayer
      ? say(
          'y',
          (n) =>
            `The output layer makes y = ${n.value('y')} of h, with weights and a bias of its own and without a tanh.`,
          (n) => `输出层用自己的权重和偏置把 h 变成 y = ${n.value('y')}，不再取 tanh。`,
        )
      : say(
          'y',
          (n) =>
            `The notes call the weighted sum itself y, so what goes around is ${n.value('y')}, before the tanh. Choose Wikipedia’s form under Conventions for Jordan’s own output layer.`,
          (n) =>
            `笔记把加权和本身叫做 y，所以传回去的是取 tanh 之前的 ${n.value('y')}。在“约定”里选维基百科的写法，就能看到 Jordan 原本的输出层。`,
        ),
    say(
      'y',
      (n) =>
        `The next step begins with this ${n.value('y')}. What h knew and y does not show is gone: that is why Elman’s form became the usual one.`,
      (n) =>
        `下一步就从 ${n.value('y')} 开始。h 里有而 y 没有展示出来的东西就丢掉了：这也是后来通常采用 Elman 形式的原因。`,
    ),
  ]
}
