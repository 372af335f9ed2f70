import { say, type GuideStep } from '../guide'

/** The direction of z and the place of r are conventions: the words follow the options. */
export function gruGuide({
  keepsWithZ,
  resetsAfter,
}: {
  keepsWithZ: boolean
  resetsAfter: boolean
}): GuideStep[] {
  const candidate = resetsAfter ? 'n' : 'h_tilde'
  return [
    say(
      'a_z',
      (n) =>
        `A GRU has one state, h, and two gates. The last step left h = ${n.previous('h')} in the first unit; together with x it is weighed for the update gate: ${n.value('a_z')}.`,
      (n) =>
        `GRU 只有一个状态 h 和两个门。上一步留下的 h（第一个单元）是 ${n.previous('h')}，与 x 一起按更新门的权重求和：${n.value('a_z')}。`,
    ),
    say(
      'z',
      (n) =>
        keepsWithZ
          ? `z is ${n.value('z')}. In this convention ${n.share('z')} of the old state stays and ${n.rest('z')} is replaced.`
          : `z is ${n.value('z')}. In the notes’ convention ${n.share('z')} of the state will be new and ${n.rest('z')} of the old stays: a larger z keeps less.`,
      (n) =>
        keepsWithZ
          ? `z 是 ${n.value('z')}。按这种约定，旧状态留下 ${n.share('z')}，换掉 ${n.rest('z')}。`
          : `z 是 ${n.value('z')}。按笔记的约定，新状态里 ${n.share('z')} 是新的，旧状态留下 ${n.rest('z')}：z 越大，留得越少。`,
    ),
    say(
      'r',
      (n) =>
        `The reset gate is ${n.value('r')}: the candidate may see ${n.share('r')} of the old state. Near 0 it begins anew, from x alone.`,
      (n) =>
        `重置门是 ${n.value('r')}：候选只能看到旧状态的 ${n.share('r')}。接近 0 时，候选几乎只看 x，重新开始。`,
    ),
    resetsAfter
      ? say(
          'gh_n',
          (n) =>
            `Here r acts after the product, as in PyTorch: first the old state goes through its weights, ${n.value('gh_n')}, and only then is it scaled.`,
          (n) =>
            `这里 r 作用在矩阵乘积之后，与 PyTorch 相同：旧状态先经过权重得到 ${n.value('gh_n')}，然后才缩放。`,
        )
      : say(
          'r_h',
          (n) =>
            `r acts before the product: ${n.share('r')} of ${n.previous('h')} is ${n.value('r_h')}, and this stands in the concatenation in place of h. x is not touched.`,
          (n) =>
            `r 作用在矩阵乘积之前：${n.previous('h')} 的 ${n.share('r')} 是 ${n.value('r_h')}，由它代替 h 参与拼接，x 不受影响。`,
        ),
    say(
      candidate,
      (n) =>
        `tanh of the weighed sum is the candidate, ${n.value(candidate)}: the state that this step would have if nothing old were kept.`,
      (n) => `加权求和再取 tanh 就是候选 ${n.value(candidate)}：假如旧状态一点不留，这一步的状态就会是它。`,
    ),
    say(
      'h',
      (n) =>
        keepsWithZ
          ? `The new state is a mix: ${n.share('z')} of the old ${n.previous('h')} and ${n.rest('z')} of ${n.value(candidate)}, which makes ${n.value('h')}.`
          : `The new state is a mix: ${n.rest('z')} of the old ${n.previous('h')} and ${n.share('z')} of ${n.value(candidate)}, which makes ${n.value('h')}.`,
      (n) =>
        keepsWithZ
          ? `新状态是两者的混合：旧值 ${n.previous('h')} 的 ${n.share('z')}，加上 ${n.value(candidate)} 的 ${n.rest('z')}，得到 ${n.value('h')}。`
          : `新状态是两者的混合：旧值 ${n.previous('h')} 的 ${n.rest('z')}，加上 ${n.value(candidate)} 的 ${n.share('z')}，得到 ${n.value('h')}。`,
    ),
    say(
      'h',
      () =>
        'The two shares always add up to 1: one gate does what forget and input gate do in an LSTM. There is no output gate: the whole state is shown.',
      () => '两个比例之和恒为 1：一个门就做了 LSTM 里遗忘门和输入门两件事。也没有输出门，整个状态直接输出。',
    ),
  ]
}
