import type { Locale } from '@/lib/core/content/content'

/** What a sentence may be: fixed, or a function of what it tells. Groups may nest. */
type TextTree = { readonly [key: string]: string | ((...told: never[]) => string) | TextTree }

/** The same keys with the same shapes; the words themselves are free. */
type SameShape<T> = T extends string
  ? string
  : T extends (...told: infer Told) => string
    ? (...told: Told) => string
    : { readonly [K in keyof T]: SameShape<T[K]> }

export type TextModule<T> = Readonly<Record<Locale, T>>

/** One area's interface text in both languages: a key missing in either, or of another shape, does not compile. */
export function defineText<const T extends TextTree>(text: {
  en: T
  zh: NoInfer<SameShape<T>>
}): TextModule<SameShape<T>> {
  // The English side is of its own shape by definition; the compiler cannot see that through the mapped type.
  return text as unknown as TextModule<SameShape<T>>
}
